"""From Markdown files to searchable passages. Knows no Qt, no user, no pack."""

import os

# numpy's linear algebra, which nothing here uses, starts a thread for each core when it is
# loaded, unless it is told not to: a fifth of the time that loading numpy takes.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
