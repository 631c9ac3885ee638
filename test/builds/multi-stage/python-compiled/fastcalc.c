#include <stdio.h>
#include <libxml/xmlversion.h>
#include <libxml/parser.h>
int main(){xmlInitParser();printf("%s\n",LIBXML_DOTTED_VERSION);return 0;}
