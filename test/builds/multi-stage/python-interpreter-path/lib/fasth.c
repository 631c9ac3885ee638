#include <Python.h>
#include <zlib.h>
static PyObject *v(PyObject *s, PyObject *a) { return PyUnicode_FromString(zlibVersion()); }
static PyMethodDef m[] = {{"v", v, METH_NOARGS, ""}, {NULL}};
static struct PyModuleDef d = {PyModuleDef_HEAD_INIT, "fasth", NULL, -1, m};
PyMODINIT_FUNC PyInit_fasth(void) { return PyModule_Create(&d); }
