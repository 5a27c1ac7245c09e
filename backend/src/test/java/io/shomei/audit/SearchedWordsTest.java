package io.shomei.audit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class SearchedWordsTest {
    @Example
    void wordsAreSoughtWithTheSignsBesideThem() {
        assertThat(new SearchedWords("host7.example.jp").parts()).containsExactly("%.example.%", "%host7.%", "%.jp%");
        assertThat(new SearchedWords("Person 42").parts()).containsExactly("%Person %", "% 42%");
    }

    @Example
    void fewWordsTellEnough() {
        assertThat(new SearchedWords("a bb ccc dddd eeeee").parts())
                .containsExactly("% eeeee%", "% dddd %", "% ccc %", "% bb %");
    }

    @Example
    void whatIsNoLetterIsTakenAsItStands() {
        assertThat(new SearchedWords("50%_of\\it").parts()).containsExactly("%50\\%%", "%\\_of\\\\%", "%\\\\it%");
        assertThat(new SearchedWords("…").parts()).isEmpty();
        assertThat(new SearchedWords("🔑大学🔑").parts()).containsExactly("%🔑大学🔑%");
    }

    @Property
    void everyPartIsAPartOfTheText(@ForAll @StringLength(max = 40) String text) {
        SearchedWords words = new SearchedWords(text);
        String whole = words.pattern();
        assertThat(words.parts())
                .allSatisfy(part -> assertThat(whole)
                        .contains(part.substring(1, part.length() - 1).strip()));
    }
}
