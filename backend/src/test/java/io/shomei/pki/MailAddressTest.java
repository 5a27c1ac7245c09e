package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.MailAddress.Fault;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an rfc822Name can hold. */
class MailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "taro@a.ac.jp,taro@a.ac.jp",
        "Taro.Yamada+list@A.AC.JP,Taro.Yamada+list@a.ac.jp",
        "o'hara@xn--wgv71a119e.jp,o'hara@xn--wgv71a119e.jp"
    })
    void anAddressKeepsItsLocalPart(String text, String address) {
        assertThat(MailAddress.parse(text)).hasToString("Optional[" + address + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "taro,FORM",
        "@a.ac.jp,FORM",
        "taro@,FORM",
        "taro@b@a.ac.jp,FORM",
        "taro yamada@a.ac.jp,FORM",
        ".taro@a.ac.jp,LOCAL_PART",
        "taro.@a.ac.jp,LOCAL_PART",
        "ta..ro@a.ac.jp,LOCAL_PART",
        "'\"taro\"@a.ac.jp',LOCAL_PART",
        "'ta,ro@a.ac.jp',LOCAL_PART",
        "a1234567890123456789012345678901234567890123456789012345678901234@a.ac.jp,LOCAL_PART",
        "taro@a,DOMAIN",
        "taro@[192.0.2.1],DOMAIN",
        "taro@192.0.2.1,DOMAIN",
        "taro@a_b.jp,DOMAIN",
        "太郎@a.ac.jp,INTERNATIONAL",
        "taro@日本語.jp,INTERNATIONAL",
        "ｔａｒｏ@a.ac.jp,INTERNATIONAL"
    })
    void whatIsNoneIsSaidByName(String text, Fault fault) {
        assertThat(MailAddress.check(text)).isEqualTo(new MailAddress.Check.Bad(fault));
    }

    @Property
    void whatIsReadCanBeWrittenAndReadAgain(@ForAll String local, @ForAll String domain) {
        for (String text : new String[] {local + "@" + domain, local, local + "@a.ac.jp", "taro@" + domain}) {
            if (MailAddress.check(text) instanceof MailAddress.Check.Good(MailAddress address)) {
                assertThat(address.toString()).isEqualToIgnoringCase(text);
                assertThat(MailAddress.parse(address.toString())).contains(address);
                assertThat(new AlternativeName.Email(address).encoded()).hasSize(text.length() + 2);
            }
        }
    }
}
