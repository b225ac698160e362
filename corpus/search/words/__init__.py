"""Words as they are compared: cut (`letters`), stemmed (`russian`, `kazakh`), place by place."""
