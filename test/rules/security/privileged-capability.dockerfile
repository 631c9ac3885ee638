### strong ones
FROM debian:12
RUN setcap cap_sys_admin+ep /a && setcap 'cap_sys_ptrace=eip' /b && setcap CAP_NET_ADMIN,CAP_NET_RAW=+eip /c && sudo /sbin/setcap cap_net_admin=ep /d
           ^^^^^^^^^^^^^^^^ The program may do nearly all that root may do, by cap_sys_admin, whoever starts it.
                                         ^^^^^^^^^^^^^^^^^^^^ The program may do nearly all that root may do, by cap_sys_ptrace, whoever starts it.
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The program may do nearly all that root may do, by cap_net_admin, whoever starts it.
                                                                                                                                  ^^^^^^^^^^^^^^^^ The program may do nearly all that root may do, by cap_net_admin, whoever starts it.

### all of them
FROM debian:12
RUN setcap all=ep /a && setcap =ep /b && setcap all+eip /c
           ^^^^^^ The program may do all that root may do, whoever starts it.
                               ^^^ The program may do all that root may do, whoever starts it.
                                                ^^^^^^^ The program may do all that root may do, whoever starts it.

### small ones
FROM debian:12
RUN setcap cap_net_bind_service=+ep /a && setcap cap_net_raw+ep /b && setcap -r /c && setcap cap_sys_admin-ep /d && setcap = /e
RUN getcap cap_sys_admin+ep

### ONBUILD
FROM debian:12
ONBUILD RUN setcap cap_sys_admin+ep /a
                   ^^^^^^^^^^^^^^^^ The program may do nearly all that root may do, by cap_sys_admin, whoever starts it.
