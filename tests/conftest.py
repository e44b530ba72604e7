from hypothesis import settings

settings.register_profile("settled", derandomize=True, deadline=None)
settings.load_profile("settled")
"""The same cases every time, so that a change is judged by itself; `--hypothesis-profile=default` looks for new ones."""
