#include <stdio.h>
int main(void) { puts(REVISION); return 0; }
