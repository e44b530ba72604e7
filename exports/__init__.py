"""What leaves the room: PDF handouts and room sheets."""
