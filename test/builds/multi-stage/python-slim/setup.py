from setuptools import setup, Extension
setup(name='server', version='1', py_modules=['server'], ext_modules=[Extension('pqinfo', ['pqinfo.c'], include_dirs=['/usr/include/postgresql'], libraries=['pq'])], install_requires=['python-magic'] if False else [])
