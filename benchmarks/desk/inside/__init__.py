"""What runs on a database that was laid for it; Django is set up here, before the modules below import its models."""

import django

django.setup()
