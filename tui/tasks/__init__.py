"""What screens and commands both do: begin, export, forget, results, sample."""
