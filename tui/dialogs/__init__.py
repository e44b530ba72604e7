"""What more than one screen opens: asking, help, export, which session."""
