#define WWW_ROOT "./www"
