//! Texts of the page: origin.

texts! { super::lines::END;
    origin_title() "origin", "origin";
}
