"""Makes a data folder as the first start does, without starting anything: ``python -m tests.faults.lay``."""

import django


def main():
    django.setup()
    from claims.management.supervisor import accounts, laying

    laying.lay(lambda _: None)
    accounts.make_first()


if __name__ == "__main__":
    main()
