"""`python -m kb_app` is `batea`."""

from kb_app.cli import main

if __name__ == "__main__":
    main()
