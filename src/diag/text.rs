//! Turns a report into what a terminal shows: the line, a mark under it, what is wrong and what to write.
