#include <microhttpd.h>
#include <string.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static enum MHD_Result h(void*c,struct MHD_Connection*k,const char*u,const char*m,const char*v,const char*d,size_t*n,void**p){
 char f[256]; snprintf(f,256,"static/%s",strcmp(u,"/")?u+1:"index.html"); FILE*fp=fopen(f,"r"); char b[4096]; size_t l=0; if(fp){l=fread(b,1,4096,fp);fclose(fp);} 
 struct MHD_Response*r=MHD_create_response_from_buffer(l,b,MHD_RESPMEM_MUST_COPY); int q=MHD_queue_response(k,fp?200:404,r); MHD_destroy_response(r); return q; }
int main(){ struct MHD_Daemon*d=MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD,8081,0,0,&h,0,MHD_OPTION_END); if(!d)return 1; for(;;) sleep(10); }
