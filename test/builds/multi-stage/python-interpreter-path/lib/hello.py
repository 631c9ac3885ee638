import fasth
def main(): print('hi', fasth.v())
