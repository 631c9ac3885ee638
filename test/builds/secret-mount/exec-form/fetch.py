import hashlib, os, sys

with open(sys.argv[1], 'w') as file:
    file.write(hashlib.sha256(os.environ['API_TOKEN'].encode()).hexdigest() + '\n')
