#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <libpq-fe.h>
static PyObject *v(PyObject *s, PyObject *a) { return PyLong_FromLong(PQisthreadsafe()); }
static PyMethodDef m[] = {{"threadsafe", v, METH_NOARGS, ""}, {NULL}};
static struct PyModuleDef d = {PyModuleDef_HEAD_INIT, "pqinfo", NULL, -1, m};
PyMODINIT_FUNC PyInit_pqinfo(void) { return PyModule_Create(&d); }
