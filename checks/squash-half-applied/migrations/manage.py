# Django needs it; nobody runs it here.
