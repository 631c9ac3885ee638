from setuptools import setup, Extension
setup(name='hello', version='1', py_modules=['hello'], ext_modules=[Extension('fasth', ['fasth.c'], libraries=['z'])], entry_points={'console_scripts': ['hello=hello:main']})
