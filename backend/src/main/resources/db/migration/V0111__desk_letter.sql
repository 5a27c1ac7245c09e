-- Letters that are still to be made, for whoever makes them.
create index desk_action_letter_due on desk_action (id) where letter = 'DUE';
