"""What the page of an article is made of: values for its templates, each from frozen answers."""
