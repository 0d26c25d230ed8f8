//! Texts of the page: shell.

texts! { super::report::END;
    shell_title() "shell", "shell";
}
