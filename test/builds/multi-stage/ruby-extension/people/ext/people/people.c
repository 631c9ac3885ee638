#include <ruby.h>
#include <sqlite3.h>

static int add_row(void *rows, int count, char **values, char **names) {
  rb_ary_push((VALUE)rows, rb_str_new_cstr(values[0] ? values[0] : ""));
  return 0;
}

static VALUE query(VALUE self, VALUE file, VALUE sql) {
  sqlite3 *database;
  VALUE rows = rb_ary_new();
  if (sqlite3_open(StringValueCStr(file), &database) != SQLITE_OK) rb_raise(rb_eRuntimeError, "cannot open");
  char *message = NULL;
  if (sqlite3_exec(database, StringValueCStr(sql), add_row, (void *)rows, &message) != SQLITE_OK) rb_raise(rb_eRuntimeError, "%s", message);
  sqlite3_close(database);
  return rows;
}

void Init_people(void) {
  rb_define_singleton_method(rb_define_module("People"), "query", query, 2);
}
