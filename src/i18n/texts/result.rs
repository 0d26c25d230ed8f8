//! Texts of the page: result.

texts! { super::origin::END;
    result_title() "result", "result";
}
