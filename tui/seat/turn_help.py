"""What the help says of every turn, whatever its kind."""

HELP = """
## Your turn

Everything you do is saved at once. You can stop at any time with **Esc**: your work waits for you here.

When you are done, **Ctrl+S** hands in. The screen is then cleared for the next person. It also clears by itself
when nobody has pressed a key for a while. Your work is kept.

**F3** shows what you did before, where this speaks of it.

**F8** shows what others wrote about your work here, where anybody did.

Where only you see what you write, **F7** may offer it to the room, without your name. **F7** takes it back, too.

**F4** sets a PIN of 4 digits or more. Only you can then open your work again.

Are you open at two terminals? Both are kept. What was done last counts. **F6** shows the other version.
"""
