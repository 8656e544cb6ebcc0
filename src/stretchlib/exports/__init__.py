"""
What else could a timeline be?

One module a format, one function each; a module that needs a third-party package names its extra.
"""
