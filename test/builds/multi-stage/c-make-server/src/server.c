#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include "server.h"
int main(int argc,char**argv){
  int port = getenv("PORT")?atoi(getenv("PORT")):8080; int s=socket(AF_INET,SOCK_STREAM,0); int one=1;
  setsockopt(s,SOL_SOCKET,SO_REUSEADDR,&one,sizeof one);
  struct sockaddr_in a={0}; a.sin_family=AF_INET; a.sin_port=htons(port); a.sin_addr.s_addr=INADDR_ANY;
  if(bind(s,(void*)&a,sizeof a)||listen(s,16)){perror("bind");return 1;}
  printf("listening on %d\n",port); fflush(stdout);
  for(;;){ int c=accept(s,0,0); char b[2048]={0}; read(c,b,2047); char m[8],p[256]; if(sscanf(b,"%7s %255s",m,p)!=2){close(c);continue;}
    if(!strcmp(p,"/"))strcpy(p,"/index.html"); char f[512]; snprintf(f,sizeof f,"%s%s",WWW_ROOT,p);
    FILE*fp=fopen(f,"rb"); if(!fp){ dprintf(c,"HTTP/1.0 404 Not Found\r\nContent-Length: 9\r\n\r\nnot found"); close(c); continue; }
    fseek(fp,0,SEEK_END); long n=ftell(fp); rewind(fp); char*d=malloc(n); fread(d,1,n,fp); fclose(fp);
    dprintf(c,"HTTP/1.0 200 OK\r\nContent-Length: %ld\r\n\r\n",n); write(c,d,n); free(d); close(c);} }
