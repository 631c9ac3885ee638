#include <stdio.h>
const char*greet(void);
int main(){ char b[99]; FILE*f=fopen(DATADIR "/name.txt","r"); if(!f){puts("no file");return 1;} fgets(b,99,f); printf("%s %s",greet(),b); }
