"""What happens in the room: workshops, activities, responses and what they add up to. Pure: no clock, files or widgets."""
