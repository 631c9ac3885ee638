from setuptools import setup
setup(name='miniserve', version='1.0', packages=['miniserve'], entry_points={'console_scripts': ['miniserve=miniserve:main']}, install_requires=['pqinfo'])
