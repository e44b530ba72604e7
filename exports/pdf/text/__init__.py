"""From what people typed to letters in lines: fonts, direction, shape."""
