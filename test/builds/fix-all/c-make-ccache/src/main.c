#include <stdio.h>

int words(int argc);

int main(int argc, char **argv)
{
	printf("%s has %d words\n", "this", words(argc));
	return 0;
}
