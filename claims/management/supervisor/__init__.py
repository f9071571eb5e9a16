"""The supervisor behind ``manage.py run``: lays the desk, starts its processes, keeps them alive, stops them."""
