//! Texts of the page: lines.

texts! { super::shell::END;
    lines_title() "lines", "lines";
}
