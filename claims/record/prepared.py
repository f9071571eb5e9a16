"""Statements that come with every request: put into SQL once in a process, then said again with other values.

Django builds a question anew each time it is asked; for the queue's that takes ten times as long as the database needs to
answer it. A prepared question is a QuerySet like any other, with gaps in it. What Django does not document is used here alone:
what a compiler of a query holds once it has its SQL, and what the iterables of a QuerySet look at.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, reduce
from typing import Any, ClassVar, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.expressions import DatabaseDefault
from django.db.models.query import ModelIterable
from django.db.models.sql import DeleteQuery, UpdateQuery

from claims.record import plans

Row = TypeVar("Row")

BIGGEST = 2**63 - 1  # number that a key may be


class Given(Expression):
    """A gap in a statement, by the name under which its value is given."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [self]


class Prepared(Generic[Row]):
    """A question whose QuerySet is built once, with a gap for each argument; called with their values it gives the rows."""

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self._build = build
        self._asked: _Compiled | None = None
        self.__doc__ = build.__doc__

    def __call__(self, **given: Any) -> list[Row]:
        if self._asked is None:
            self._asked = _Compiled(
                self.anew(**{name: Given(name) for name in inspect.signature(self._build).parameters})
            )
        return self._asked.rows(given)

    def anew(self, **given: Any) -> QuerySet[Any, Row]:
        """The same question as an ordinary QuerySet."""
        return self._build(**given)

    def first(self, **given: Any) -> Row | None:
        """The first row, or None; the question itself says that it wants no more."""
        return next(iter(self(**given)), None)


class _Compiled:
    """A question in SQL, with what its iterable needs to make instances or values of the rows."""

    def __init__(self, question: QuerySet[Any, Any]) -> None:
        compiler = question.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        self.sql, self.params = plans.settled(sql, params, _is_gap)
        self.select, self.klass_info, self.annotation_col_map = (
            compiler.select,
            compiler.klass_info,
            compiler.annotation_col_map,
        )
        self.converters = compiler.get_converters([column for column, *_ in compiler.select]).items()
        self.iterable: Any = question._iterable_class
        self.model = question.model
        is_of_instances = self.iterable is ModelIterable
        annotations = compiler.annotation_col_map or {}
        self.made = _Made(self.klass_info, self.select, annotations) if is_of_instances else None

    def rows(self, given: Mapping[str, Any]) -> list[Any]:
        if any(isinstance(value, int) and abs(value) > BIGGEST for value in given.values()):
            return []  # no row has such a key, and SQLite cannot be asked for one
        asked = _Asked(self, given)
        return list(map(self.made, asked.results_iter()) if self.made else self.iterable(asked))


class _Made:
    """How an instance and the rows beside it are made of a row: what Django's iterable finds out anew each time, found out once."""

    def __init__(self, klass_info: Mapping[str, Any], select: Sequence[Any], annotations: Mapping[str, int]) -> None:
        places = klass_info["select_fields"]
        self.own = slice(places[0], places[-1] + 1)
        self.model = klass_info["model"]
        self.names = [column.target.attname for column, *_ in select[self.own]]
        self.key = places[self.names.index(self.model._meta.pk.attname)]
        self.annotations = annotations.items()
        self.related = [
            (_Made(beside, select, {}), beside["local_setter"], beside["remote_setter"])
            for beside in klass_info.get("related_klass_infos", ())
        ]

    def __call__(self, row: Sequence[Any]) -> Any:
        one = self._instance(row)
        for made, put_here, put_there in self.related:
            other = None if row[made.key] is None else made(row)
            put_here(one, other)
            if other is not None:
                put_there(other, one)
        for name, place in self.annotations:
            setattr(one, name, row[place])
        return one

    def _instance(self, row: Sequence[Any]) -> Any:
        """As ``Model.from_db`` does, all fields at once: no model of the desk has a say in it, which a test looks after."""
        one = self.model.__new__(self.model)
        one.__dict__.update(zip(self.names, row[self.own], strict=True))
        one._state = state = ModelState()
        state.adding, state.db = False, DEFAULT_DB_ALIAS
        return one


class _Asked:
    """One asking of it: as much of a QuerySet, of its query and of its compiler as an iterable looks at."""

    db = DEFAULT_DB_ALIAS
    _known_related_objects: ClassVar[dict[Any, Any]] = {}

    def __init__(self, compiled: _Compiled, given: Mapping[str, Any]) -> None:
        self.compiled, self.given, self.query = compiled, given, self
        self.model, self.select, self.klass_info = compiled.model, compiled.select, compiled.klass_info
        self.annotation_col_map = compiled.annotation_col_map

    def get_compiler(self, *_args: Any, **_kwargs: Any) -> "_Asked":
        return self

    def execute_sql(self, **_kwargs: Any) -> list[Any]:
        return plans.rows(self.compiled.sql, _filled(self.compiled.params, self.given))

    def results_iter(self, results: Iterable[Sequence[Any]] | None = None, **_kwargs: Any) -> Iterator[Sequence[Any]]:
        rows = self.execute_sql() if results is None else results
        return map(self._converted, rows) if self.compiled.converters else map(tuple, rows)

    def _converted(self, row: Sequence[Any]) -> Sequence[Any]:
        values = list(row)
        for place, (converters, expression) in self.compiled.converters:
            for converter in converters:
                values[place] = converter(values[place], expression, connection)
        return tuple(values)


def _is_gap(param: Any) -> bool:
    return isinstance(param, Given)


def _filled(params: Iterable[Any], given: Mapping[str, Any]) -> list[Any]:
    return [given[param.name] if _is_gap(param) else param for param in params]


def update(model: type[Model], where: Mapping[str, Any], to: Mapping[str, Any]) -> int:
    """Give these values to the rows that have those; how many there were."""
    database = connections[DEFAULT_DB_ALIAS]  # itself: what stands for it looks it up for each attribute
    fields = {name: _field(model, name) for name in (*where, *to)}
    asked = {f"where {name}": fields[name].get_db_prep_value(_key(value), database) for name, value in where.items()}
    written = {
        f"to {name}": fields[name].get_db_prep_save(_key(value), database)
        for name, value in to.items()
        if not _is_expression(value)
    }
    sql, params = _update_sql(
        model,
        tuple((name, value is None) for name, value in where.items()),
        tuple((name, value if _is_expression(value) else None) for name, value in to.items()),
    )
    return plans.count(sql, _filled(params, asked | written))


@lru_cache(maxsize=512)
def _update_sql(
    model: type[Model], where: tuple[tuple[str, bool], ...], to: tuple[tuple[str, Any], ...]
) -> tuple[str, tuple[Any, ...]]:
    rows = model._base_manager.filter(**{name: None if is_null else Given(f"where {name}") for name, is_null in where})
    query: Any = rows.query.chain(UpdateQuery)
    query.add_update_values({name: Given(f"to {name}") if told is None else told for name, told in to})
    sql, params = query.get_compiler(connection=connection).as_sql()
    return sql, tuple(params)


def delete(model: type[Model], where: Mapping[str, Any]) -> int:
    """Take out the rows that have these values, on which no other row depends; how many there were."""
    asked = {
        f"where {name}": _field(model, name).get_db_prep_value(_key(value), connection) for name, value in where.items()
    }
    sql, params = _delete_sql(model, tuple(where))
    return plans.count(sql, _filled(params, asked))


@lru_cache(maxsize=128)
def _delete_sql(model: type[Model], where: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    query = model._base_manager.filter(**{name: Given(f"where {name}") for name in where}).query.chain(DeleteQuery)
    sql, params = query.get_compiler(connection=connection).as_sql()
    return sql, tuple(params)


def insert(rows: Sequence[Model]) -> None:
    """Put new rows of one kind into the database, in one statement; each gets its number and what the database fills in."""
    model = type(rows[0])
    sql, values = insertion(rows)
    if any(map(_is_expression, values)):
        model._base_manager.bulk_create(rows)  # rows that are filled in differently, or with what the database reckons
        return
    for row, given in zip(rows, plans.rows(_returning(model, sql), values), strict=True):
        for (field, converters), value in zip(_filled_in(model), given, strict=True):
            setattr(
                row, field.attname, reduce(lambda value, convert: convert(value, None, connection), converters, value)
            )
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def insertion(rows: Sequence[Model]) -> tuple[str, list[Any]]:
    """The statement that puts new rows of one kind into the database, without what it returns, and its values."""
    model = type(rows[0])
    for row in rows:
        row._prepare_related_fields_for_save(operation_name="save")  # type: ignore[attr-defined]  # of rows that have their numbers since
    fields = [field for field in _written(model) if not isinstance(getattr(rows[0], field.attname), DatabaseDefault)]
    database = connections[DEFAULT_DB_ALIAS]
    values = [field.get_db_prep_save(field.pre_save(row, add=True), database) for row in rows for field in fields]
    return _insert_sql(model, tuple(fields), len(rows)), values


@lru_cache(maxsize=128)
def _insert_sql(model: type[Model], fields: "tuple[Field[Any, Any], ...]", count: int) -> str:
    row = f"({', '.join(['%s'] * len(fields))})"
    into = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({_columns(fields)})"
    return f"{into} VALUES {', '.join([row] * count)}"


@lru_cache(maxsize=128)
def _returning(model: type[Model], sql: str) -> str:
    return f"{sql} RETURNING {_columns(tuple(field for field, _converters in _filled_in(model)))}"


def _columns(fields: "tuple[Field[Any, Any], ...]") -> str:
    return ", ".join(connection.ops.quote_name(field.column) for field in fields)


@cache
def _written(model: type[Model]) -> "list[Field[Any, Any]]":
    return [field for field in model._meta.concrete_fields if field is not model._meta.auto_field]


@cache
def _filled_in(model: type[Model]) -> "list[tuple[Field[Any, Any], list[Any]]]":
    """What the database fills in by itself, with how its values become Python's; at least the number."""
    fields = model._meta.db_returning_fields or [model._meta.pk]
    columns = [(field, field.get_col(model._meta.db_table)) for field in fields]
    return [
        (field, connection.ops.get_db_converters(column) + column.get_db_converters(connection))
        for field, column in columns
    ]


def _field(model: type[Model], name: str) -> Any:
    return model._meta.pk if name == "pk" else model._meta.get_field(name)


def _key(value: Any) -> Any:
    """Another row is known by its number."""
    return value.pk if isinstance(value, Model) else value


def _is_expression(value: Any) -> bool:
    return hasattr(value, "resolve_expression")
