/**
 * The packages with the shared libraries that programs are linked with by some headers: one list where all releases have the same,
 * otherwise one for each of bullseye, bookworm and trixie; `?`: the release has no such headers. Made from the releases' package lists.
 */
export const LIBRARY_ROWS = `
  libfl-dev libfl2;
  default-libmysqlclient-dev libmariadb3; freeglut3-dev freeglut3 libglut3.12 libglut3.12; freetds-dev libct4,libsybdb5;
  libabsl-dev libabsl20200923 libabsl20220623 libabsl20240722; libacl1-dev libacl1; libaio-dev libaio1 libaio1 libaio1t64;
  liballegro5-dev liballegro5.2 liballegro5.2 liballegro5.2t64; libao-dev libao4; libapr1-dev libapr1 libapr1 libapr1t64;
  libaprutil1-dev libaprutil1 libaprutil1 libaprutil1t64; libarchive-dev libarchive13 libarchive13 libarchive13t64;
  libargon2-dev libargon2-1; libarmadillo-dev libarmadillo10 libarmadillo11 libarmadillo14; libarpack2-dev libarpack2 libarpack2
  libarpack2t64; libasound2-dev libasound2 libasound2 libasound2t64; libaspell-dev libaspell15; libass-dev libass9;
  libassimp-dev libassimp5; libasyncns-dev libasyncns0; libatlas-base-dev libatlas3-base libatlas3-base ?; libattr1-dev
  libattr1; libaudit-dev libaudit1; libavcodec-dev libavcodec58,libavutil56,libswresample3
  libavcodec59,libavutil57,libswresample4 libavcodec61,libavutil59,libswresample5; libavdevice-dev
  libavcodec58,libavdevice58,libavfilter7,libavformat58,libavutil56,libpostproc55,libswresample3,libswscale5
  libavcodec59,libavdevice59,libavfilter8,libavformat59,libavutil57,libpostproc56,libswresample4,libswscale6
  libavcodec61,libavdevice61,libavfilter10,libavformat61,libavutil59,libpostproc58,libswresample5,libswscale8; libavfilter-dev
  libavcodec58,libavfilter7,libavformat58,libavutil56,libpostproc55,libswresample3,libswscale5
  libavcodec59,libavfilter8,libavformat59,libavutil57,libpostproc56,libswresample4,libswscale6
  libavcodec61,libavfilter10,libavformat61,libavutil59,libpostproc58,libswresample5,libswscale8; libavformat-dev
  libavcodec58,libavformat58,libavutil56,libswresample3 libavcodec59,libavformat59,libavutil57,libswresample4
  libavcodec61,libavformat61,libavutil59,libswresample5; libavro-dev libavro23 libavro23 libavro24; libavutil-dev libavutil56
  libavutil57 libavutil59; libb2-dev libb2-1; libbacktrace-dev ? ? libbacktrace0; libbenchmark-dev libbenchmark1
  libbenchmark1debian libbenchmark1.9.1; libblas-dev libblas3; libblkid-dev libblkid1,libuuid1; libbloom-dev libbloom1 libbloom1
  libbloom2; libblosc-dev libblosc1; libbluetooth-dev libbluetooth3; libboost-all-dev
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-container1.74.0,libboost-context1.74.0,libboost-coroutine1.74.0,libboost-date-time1.74.0,libboost-fiber1.74.0,libboost-filesystem1.74.0,libboost-graph1.74.0,libboost-iostreams1.74.0,libboost-locale1.74.0,libboost-log1.74.0,libboost-math1.74.0,libboost-nowide1.74.0,libboost-program-options1.74.0,libboost-random1.74.0,libboost-regex1.74.0,libboost-serialization1.74.0,libboost-stacktrace1.74.0,libboost-system1.74.0,libboost-test1.74.0,libboost-thread1.74.0,libboost-timer1.74.0,libboost-type-erasure1.74.0,libboost-wave1.74.0
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-container1.74.0,libboost-context1.74.0,libboost-coroutine1.74.0,libboost-date-time1.74.0,libboost-fiber1.74.0,libboost-filesystem1.74.0,libboost-graph1.74.0,libboost-iostreams1.74.0,libboost-locale1.74.0,libboost-log1.74.0,libboost-math1.74.0,libboost-nowide1.74.0,libboost-program-options1.74.0,libboost-random1.74.0,libboost-regex1.74.0,libboost-serialization1.74.0,libboost-stacktrace1.74.0,libboost-system1.74.0,libboost-test1.74.0,libboost-thread1.74.0,libboost-timer1.74.0,libboost-type-erasure1.74.0,libboost-wave1.74.0
  libboost-atomic1.83.0,libboost-chrono1.83.0t64,libboost-container1.83.0,libboost-context1.83.0,libboost-coroutine1.83.0,libboost-date-time1.83.0,libboost-fiber1.83.0,libboost-filesystem1.83.0,libboost-graph1.83.0,libboost-iostreams1.83.0,libboost-json1.83.0,libboost-locale1.83.0,libboost-log1.83.0,libboost-math1.83.0,libboost-nowide1.83.0,libboost-program-options1.83.0,libboost-random1.83.0,libboost-regex1.83.0,libboost-serialization1.83.0,libboost-stacktrace1.83.0,libboost-system1.83.0,libboost-test1.83.0,libboost-thread1.83.0,libboost-timer1.83.0,libboost-type-erasure1.83.0,libboost-url1.83.0,libboost-wave1.83.0;
  libboost-atomic-dev libboost-atomic1.74.0 libboost-atomic1.74.0 libboost-atomic1.83.0; libboost-chrono-dev
  libboost-chrono1.74.0 libboost-chrono1.74.0 libboost-chrono1.83.0t64; libboost-container-dev libboost-container1.74.0
  libboost-container1.74.0 libboost-container1.83.0; libboost-context-dev
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-context1.74.0,libboost-date-time1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-context1.74.0,libboost-date-time1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.83.0,libboost-chrono1.83.0t64,libboost-context1.83.0,libboost-date-time1.83.0,libboost-serialization1.83.0,libboost-system1.83.0,libboost-thread1.83.0;
  libboost-contract-dev libboost-contract1.74.0 libboost-contract1.74.0 libboost-contract1.83.0; libboost-coroutine-dev
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-context1.74.0,libboost-coroutine1.74.0,libboost-date-time1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-context1.74.0,libboost-coroutine1.74.0,libboost-date-time1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.83.0,libboost-chrono1.83.0t64,libboost-context1.83.0,libboost-coroutine1.83.0,libboost-date-time1.83.0,libboost-serialization1.83.0,libboost-system1.83.0,libboost-thread1.83.0;
  libboost-date-time-dev libboost-date-time1.74.0,libboost-serialization1.74.0
  libboost-date-time1.74.0,libboost-serialization1.74.0 libboost-date-time1.83.0,libboost-serialization1.83.0;
  libboost-fiber-dev
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-context1.74.0,libboost-date-time1.74.0,libboost-fiber1.74.0,libboost-filesystem1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-context1.74.0,libboost-date-time1.74.0,libboost-fiber1.74.0,libboost-filesystem1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.83.0,libboost-chrono1.83.0t64,libboost-context1.83.0,libboost-date-time1.83.0,libboost-fiber1.83.0,libboost-filesystem1.83.0,libboost-serialization1.83.0,libboost-system1.83.0,libboost-thread1.83.0;
  libboost-filesystem-dev libboost-filesystem1.74.0,libboost-system1.74.0 libboost-filesystem1.74.0,libboost-system1.74.0
  libboost-atomic1.83.0,libboost-filesystem1.83.0,libboost-system1.83.0; libboost-graph-dev
  libboost-graph1.74.0,libboost-regex1.74.0,libboost-serialization1.74.0,libboost-test1.74.0
  libboost-graph1.74.0,libboost-regex1.74.0,libboost-serialization1.74.0,libboost-test1.74.0
  libboost-graph1.83.0,libboost-regex1.83.0,libboost-serialization1.83.0,libboost-test1.83.0; libboost-iostreams-dev
  libboost-iostreams1.74.0,libboost-regex1.74.0 libboost-iostreams1.74.0,libboost-regex1.74.0
  libboost-iostreams1.83.0,libboost-regex1.83.0; libboost-json-dev ? ?
  libboost-container1.83.0,libboost-json1.83.0,libboost-system1.83.0; libboost-locale-dev
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-date-time1.74.0,libboost-locale1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-date-time1.74.0,libboost-locale1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.83.0,libboost-chrono1.83.0t64,libboost-date-time1.83.0,libboost-locale1.83.0,libboost-serialization1.83.0,libboost-system1.83.0,libboost-thread1.83.0;
  libboost-log-dev
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-date-time1.74.0,libboost-filesystem1.74.0,libboost-log1.74.0,libboost-regex1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-date-time1.74.0,libboost-filesystem1.74.0,libboost-log1.74.0,libboost-regex1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.83.0,libboost-chrono1.83.0t64,libboost-date-time1.83.0,libboost-filesystem1.83.0,libboost-log1.83.0,libboost-regex1.83.0,libboost-serialization1.83.0,libboost-system1.83.0,libboost-thread1.83.0;
  libboost-math-dev libboost-math1.74.0 libboost-math1.74.0 libboost-math1.83.0; libboost-mpi-dev
  libboost-mpi1.74.0,libboost-serialization1.74.0 libboost-mpi1.74.0,libboost-serialization1.74.0
  libboost-mpi1.83.0,libboost-serialization1.83.0; libboost-nowide-dev libboost-nowide1.74.0 libboost-nowide1.74.0
  libboost-nowide1.83.0; libboost-program-options-dev libboost-program-options1.74.0 libboost-program-options1.74.0
  libboost-program-options1.83.0; libboost-python-dev libboost-python1.74.0 libboost-python1.74.0 libboost-python1.83.0;
  libboost-random-dev libboost-random1.74.0,libboost-system1.74.0 libboost-random1.74.0,libboost-system1.74.0
  libboost-random1.83.0,libboost-system1.83.0; libboost-regex-dev libboost-regex1.74.0 libboost-regex1.74.0
  libboost-regex1.83.0; libboost-serialization-dev libboost-serialization1.74.0 libboost-serialization1.74.0
  libboost-serialization1.83.0; libboost-stacktrace-dev libboost-stacktrace1.74.0 libboost-stacktrace1.74.0
  libboost-stacktrace1.83.0; libboost-system-dev libboost-system1.74.0 libboost-system1.74.0 libboost-system1.83.0;
  libboost-test-dev libboost-test1.74.0 libboost-test1.74.0 libboost-test1.83.0; libboost-thread-dev
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-date-time1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-date-time1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0
  libboost-atomic1.83.0,libboost-chrono1.83.0t64,libboost-date-time1.83.0,libboost-serialization1.83.0,libboost-system1.83.0,libboost-thread1.83.0;
  libboost-timer-dev libboost-chrono1.74.0,libboost-timer1.74.0 libboost-chrono1.74.0,libboost-timer1.74.0
  libboost-chrono1.83.0t64,libboost-timer1.83.0; libboost-type-erasure-dev
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-date-time1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0,libboost-type-erasure1.74.0
  libboost-atomic1.74.0,libboost-chrono1.74.0,libboost-date-time1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-thread1.74.0,libboost-type-erasure1.74.0
  libboost-atomic1.83.0,libboost-chrono1.83.0t64,libboost-date-time1.83.0,libboost-serialization1.83.0,libboost-system1.83.0,libboost-thread1.83.0,libboost-type-erasure1.83.0;
  libboost-url-dev ? ? libboost-system1.83.0,libboost-url1.83.0; libboost-wave-dev
  libboost-filesystem1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-wave1.74.0
  libboost-filesystem1.74.0,libboost-serialization1.74.0,libboost-system1.74.0,libboost-wave1.74.0
  libboost-atomic1.83.0,libboost-filesystem1.83.0,libboost-serialization1.83.0,libboost-system1.83.0,libboost-wave1.83.0;
  libbotan-2-dev libbotan-2-17 libbotan-2-19 libbotan-2-19; libbpf-dev libbpf0 libbpf1 libbpf1; libbrotli-dev libbrotli1;
  libbsd-dev libbsd0; libbson-dev libbson-1.0-0 libbson-1.0-0 libbson-1.0-0t64; libbz2-dev libbz2-1.0; libc-ares-dev libc-ares2
  libc-ares2 libcares2; libcairo2-dev libcairo-gobject2,libcairo-script-interpreter2,libcairo2; libcap-dev libcap2;
  libcap-ng-dev libcap-ng0; libcapnp-dev libcapnp-0.7.0 libcapnp-0.9.2 libcapnp-1.1.0; libcdb-dev libcdb1; libcdk5-dev
  libcdk5nc6 libcdk5nc6 libcdk5t64; libchromaprint-dev libchromaprint1; libcjson-dev libcjson1; libclblast-dev libclblast1;
  libcln-dev libcln6; libclucene-dev libclucene-contribs1v5,libclucene-core1v5 libclucene-contribs1v5,libclucene-core1v5
  libclucene-contribs1t64,libclucene-core1t64; libcmark-dev libcmark0.29.0 libcmark0.30.2 libcmark0.30.2; libcmocka-dev
  libcmocka0; libcoap3-dev ? libcoap3 libcoap3t64; libconfig++-dev libconfig++9v5,libconfig9 libconfig++9v5,libconfig9
  libconfig++11,libconfig11; libconfig-dev libconfig9 libconfig9 libconfig11; libcpp-httplib-dev ? libcpp-httplib0.11
  libcpp-httplib0.18; libcpprest-dev libcpprest2.10; libcppunit-dev libcppunit-1.15-0; libcriterion-dev libcriterion3;
  libcrossguid-dev libcrossguid0; libcrypt-dev libcrypt1; libcrypto++-dev libcrypto++8 libcrypto++8 libcrypto++8t64; libcsv-dev
  libcsv3; libctemplate-dev libctemplate3 libctemplate3 libctemplate3t64; libcunit1-dev libcunit1; libcups2-dev
  libcups2,libcupsimage2 libcups2,libcupsimage2 libcups2t64,libcupsimage2t64; libcurl4-gnutls-dev libcurl3-gnutls
  libcurl3-gnutls libcurl3t64-gnutls; libcurl4-nss-dev libcurl3-nss libcurl3-nss ?; libcurl4-openssl-dev libcurl4 libcurl4
  libcurl4t64; libczmq-dev libczmq4; libdaemon-dev libdaemon0; libdb++-dev libdb5.3,libdb5.3++ libdb5.3,libdb5.3++ ?; libdb-dev
  libdb5.3 libdb5.3 libdb5.3t64; libdb5.3++-dev libdb5.3,libdb5.3++ libdb5.3,libdb5.3++ libdb5.3++t64,libdb5.3t64; libdb5.3-dev
  libdb5.3 libdb5.3 libdb5.3t64; libdbi-dev libdbi1 libdbi1 libdbi1t64; libdbus-1-dev libdbus-1-3; libdbus-c++-dev
  libdbus-c++-1-0v5 libdbus-c++-1-0v5 libdbus-c++-1-0v5,libdbus-c++-ecore-1-0,libdbus-c++-glib-1-0; libdbus-glib-1-dev
  libdbus-glib-1-2; libde265-dev libde265-0; libdeflate-dev libdeflate0; libdevil-dev libdevil1c2; libdlib-dev libdlib19
  libdlib19.1 libdlib19.2; libdouble-conversion-dev libdouble-conversion3; libdrm-dev
  libdrm-amdgpu1,libdrm-intel1,libdrm-nouveau2,libdrm-radeon1,libdrm2; libdw-dev libdw1,libelf1 libdw1,libelf1
  libdw1t64,libelf1t64; libebur128-dev libebur128-1; libedit-dev libedit2; libegl-dev libegl1,libgl1,libglx0; libegl1-mesa-dev
  libegl1; libelf-dev libelf1 libelf1 libelf1t64; libespeak-dev libespeak1; libespeak-ng-dev libespeak-ng1; libestr-dev
  libestr0; libetpan-dev libetpan20 libetpan20 libetpan20t64; libev-dev libev4 libev4 libev4t64; libevdev-dev libevdev2;
  libevent-dev libevent-2.1-7,libevent-core-2.1-7,libevent-extra-2.1-7,libevent-openssl-2.1-7,libevent-pthreads-2.1-7
  libevent-2.1-7,libevent-core-2.1-7,libevent-extra-2.1-7,libevent-openssl-2.1-7,libevent-pthreads-2.1-7
  libevent-2.1-7t64,libevent-core-2.1-7t64,libevent-extra-2.1-7t64,libevent-openssl-2.1-7t64,libevent-pthreads-2.1-7t64;
  libexempi-dev libexempi8; libexif-dev libexif12; libexiv2-dev libexiv2-27 libexiv2-27 libexiv2-28; libexpat-dev libexpat1;
  libexpat1-dev libexpat1; libfastjson-dev libfastjson4; libfcgi-dev libfcgi0ldbl libfcgi0ldbl libfcgi0t64; libfdisk-dev
  libblkid1,libfdisk1,libuuid1; libffi-dev libffi7 libffi8 libffi8; libfftw3-dev
  libfftw3-double3,libfftw3-long3,libfftw3-quad3,libfftw3-single3; libflac++-dev libflac++6v5,libflac8 libflac++10,libflac12
  libflac++11,libflac14; libflac-dev libflac8 libflac12 libflac14; libflann-dev libflann1.9; libflatbuffers-dev libflatbuffers1
  libflatbuffers2 libflatbuffers23.5.26; libflint-dev libflint-2.6.3 libflint17 libflint19; libfltk1.3-dev
  libfltk-cairo1.3,libfltk-forms1.3,libfltk-gl1.3,libfltk-images1.3,libfltk1.3
  libfltk-cairo1.3,libfltk-forms1.3,libfltk-gl1.3,libfltk-images1.3,libfltk1.3
  libfltk-cairo1.3t64,libfltk-forms1.3t64,libfltk-gl1.3t64,libfltk-images1.3t64,libfltk1.3t64; libfluidsynth-dev libfluidsynth2
  libfluidsynth3 libfluidsynth3; libfmt-dev libfmt7 libfmt9 libfmt10; libfontconfig-dev libfontconfig1; libfontconfig1-dev
  libfontconfig1; libfreeimage-dev libfreeimage3; libfreetype-dev libfreetype6; libfreetype6-dev libfreetype6; libfribidi-dev
  libfribidi0; libftdi1-dev libftdi1-2; libfuse-dev libfuse2 libfuse2 libfuse2t64; libfuse3-dev libfuse3-3 libfuse3-3
  libfuse3-4; libgbm-dev libgbm1; libgc-dev libgc1; libgcrypt-dev libgcrypt20; libgcrypt20-dev libgcrypt20; libgd-dev libgd3;
  libgdal-dev libgdal28 libgdal32 libgdal36; libgdbm-compat-dev libgdbm-compat4 libgdbm-compat4,libgdbm6
  libgdbm-compat4t64,libgdbm6t64; libgdbm-dev libgdbm6 libgdbm6 libgdbm6t64; libgdk-pixbuf-2.0-dev libgdk-pixbuf-2.0-0;
  libgeoip-dev libgeoip1 libgeoip1 libgeoip1t64; libgeos++-dev libgeos-3.9.0,libgeos-c1v5 libgeos-c1v5,libgeos3.11.1
  libgeos-c1t64,libgeos3.13.1; libgeos-dev libgeos-c1v5 libgeos-c1v5 libgeos-c1t64; libgflags-dev libgflags2.2; libgif-dev
  libgif7; libginac-dev libginac11 libginac11 libginac13; libgirepository1.0-dev libgirepository-1.0-1; libgit2-dev libgit2-1.1
  libgit2-1.5 libgit2-1.9; libgl-dev libgl1,libglx0; libgl1-mesa-dev libgl1,libglx0,libopengl0; libgles-dev
  libegl1,libgl1,libgles1,libgles2,libglx0; libgles2-mesa-dev libgles2; libglew-dev libglew2.1 libglew2.2 libglew2.2;
  libglfw3-dev libglfw3; libglib2.0-dev libglib2.0-0 libglib2.0-0 libglib2.0-0t64; libglibmm-2.4-dev libglibmm-2.4-1v5
  libglibmm-2.4-1v5 libglibmm-2.4-1t64; libglibmm-2.68-dev ? libglibmm-2.68-1 libglibmm-2.68-1t64; libglpk-dev libglpk40;
  libglu1-mesa-dev libglu1-mesa; libgmime-3.0-dev libgmime-3.0-0 libgmime-3.0-0 libgmime-3.0-0t64; libgmp-dev
  libgmp10,libgmpxx4ldbl; libgmp3-dev libgmp10,libgmpxx4ldbl; libgnutls28-dev
  libgnutls-dane0,libgnutls-openssl27,libgnutls30,libgnutlsxx28 libgnutls-dane0,libgnutls-openssl27,libgnutls30,libgnutlsxx30
  libgnutls-dane0t64,libgnutls-openssl27t64,libgnutls30t64; libgoogle-glog-dev libgoogle-glog0v5 libgoogle-glog0v6
  libgoogle-glog0v6t64; libgoogle-perftools-dev libgoogle-perftools4,libtcmalloc-minimal4
  libgoogle-perftools4,libtcmalloc-minimal4 libgoogle-perftools4t64,libtcmalloc-minimal4t64; libgpg-error-dev libgpg-error0;
  libgpgme-dev libgpgme11 libgpgme11 libgpgme11t64; libgpgme11-dev libgpgme11 libgpgme11 libgpgme11t64; libgpiod-dev libgpiod2
  libgpiod2 libgpiod3; libgps-dev libgps28 libgps28 libgps30t64; libgraphicsmagick++1-dev
  libgraphicsmagick++-q16-12,libgraphicsmagick-q16-3 libgraphicsmagick++-q16-12,libgraphicsmagick-q16-3
  libgraphicsmagick++-q16-12t64,libgraphicsmagick-q16-3t64; libgraphicsmagick1-dev libgraphicsmagick-q16-3
  libgraphicsmagick-q16-3 libgraphicsmagick-q16-3t64; libgrpc++-dev libgrpc++1,libgrpc10 libgrpc++1.51,libgrpc29
  libgrpc++1.51t64,libgrpc29t64; libgrpc-dev libgrpc10 libgrpc29 libgrpc29t64; libgsl-dev libgsl25,libgslcblas0
  libgsl27,libgslcblas0 libgsl28,libgslcblas0; libgstreamer-plugins-base1.0-dev
  libgstreamer-gl1.0-0,libgstreamer-plugins-base1.0-0; libgstreamer1.0-dev libgstreamer1.0-0; libgtk-3-dev libgtk-3-0 libgtk-3-0
  libgtk-3-0t64; libgtk2.0-dev libgtk2.0-0,libgtk2.0-common libgtk2.0-0,libgtk2.0-common libgtk2.0-0t64,libgtk2.0-common;
  libgtkmm-3.0-dev libgtkmm-3.0-1v5 libgtkmm-3.0-1v5 libgtkmm-3.0-1t64; libgtop2-dev libgtop-2.0-11; libgumbo-dev libgumbo1
  libgumbo1 libgumbo3; libh2o-dev libh2o0.13 libh2o0.13 ?; libharfbuzz-dev libharfbuzz-gobject0,libharfbuzz-icu0,libharfbuzz0b
  libharfbuzz-gobject0,libharfbuzz-icu0,libharfbuzz-subset0,libharfbuzz0b
  libharfbuzz-cairo0,libharfbuzz-gobject0,libharfbuzz-icu0,libharfbuzz-subset0,libharfbuzz0b; libhdf5-dev
  libhdf5-103-1,libhdf5-cpp-103-1,libhdf5-fortran-102,libhdf5-hl-100,libhdf5-hl-cpp-100,libhdf5-hl-fortran-100
  libhdf5-103-1,libhdf5-cpp-103-1,libhdf5-fortran-102,libhdf5-hl-100,libhdf5-hl-cpp-100,libhdf5-hl-fortran-100
  libhdf5-310,libhdf5-cpp-310,libhdf5-fortran-310,libhdf5-hl-310,libhdf5-hl-cpp-310,libhdf5-hl-fortran-310; libheif-dev
  libheif1; libhidapi-dev libhidapi-hidraw0,libhidapi-libusb0; libhiredis-dev libhiredis0.14 libhiredis0.14 libhiredis1.1.0;
  libhpdf-dev libhpdf-2.3.0; libhttp-parser-dev libhttp-parser2.9; libhunspell-dev libhunspell-1.7-0; libhwloc-dev libhwloc15;
  libhyperscan-dev libhyperscan5; libi2c-dev libi2c0; libical-dev libical3 libical3 libical3t64; libice-dev libice6; libicu-dev
  libicu67 libicu72 libicu76; libid3tag0-dev libid3tag0; libidn-dev ? libidn12 libidn12; libidn11-dev libidn11 libidn12
  libidn12; libidn2-dev libidn2-0; libiio-dev libiio0; libilmbase-dev libilmbase25 libimath-3-1-29 libimath-3-1-29t64;
  libimagequant-dev libimagequant0; libimlib2-dev libimlib2 libimlib2 libimlib2t64; libimobiledevice-dev libimobiledevice6
  libimobiledevice6 libimobiledevice-1.0-6; libinih-dev libinih1,libinireader0; libinotifytools0-dev libinotifytools0;
  libinput-dev libinput10; libipset-dev libipset13 libipset13 libipset13t64; libiptc-dev libip4tc2,libip6tc2; libisal-dev
  libisal2; libjack-dev libjack0; libjack-jackd2-dev libjack-jackd2-0; libjansson-dev libjansson4; libjemalloc-dev libjemalloc2;
  libjim-dev libjim0.79 libjim0.81 libjim0.83; libjpeg-dev libjpeg62-turbo; libjpeg62-turbo-dev libjpeg62-turbo; libjson-c-dev
  libjson-c5; libjson-glib-dev libjson-glib-1.0-0; libjsoncpp-dev libjsoncpp24 libjsoncpp25 libjsoncpp26; libkeyutils-dev
  libkeyutils1; libkmod-dev libkmod2; libkrb5-dev libcom-err2,libgssapi-krb5-2,libk5crypto3,libkrb5-3; libkyotocabinet-dev
  libkyotocabinet16v5; liblapack-dev libblas3,liblapack3; liblapacke-dev libblas3,liblapack3,liblapacke,libtmglib3; liblcms2-dev
  liblcms2-2; libldap-dev libldap-2.4-2 libldap-2.5-0 libldap2; libldap2-dev libldap-2.4-2 libldap-2.5-0 libldap2;
  libleptonica-dev liblept5 liblept5 libleptonica6; libleveldb-dev libleveldb1d; liblinear-dev liblinear4; libllhttp-dev ? ?
  libllhttp9.2; liblmdb-dev liblmdb0; liblog4cplus-dev liblog4cplus-2.0.5 liblog4cplus-2.0.5 liblog4cplus-2.0.5t64;
  liblog4cpp5-dev liblog4cpp5v5; liblog4cxx-dev liblog4cxx11 liblog4cxx15 liblog4cxx15; liblognorm-dev liblognorm5; libltdl-dev
  libltdl7; liblttng-ust-dev liblttng-ust-ctl4,liblttng-ust0 liblttng-ust-ctl5,liblttng-ust1
  liblttng-ust-ctl5t64,liblttng-ust1t64; liblua5.1-0-dev liblua5.1-0; liblua5.2-dev liblua5.2-0; liblua5.3-dev liblua5.3-0;
  liblua5.4-dev liblua5.4-0; libluajit-5.1-dev libluajit-5.1-2; liblz4-dev liblz4-1; liblzf-dev liblzf1; liblzma-dev liblzma5;
  liblzo2-dev liblzo2-2; libmad0-dev libmad0; libmagic-dev libmagic1 libmagic1 libmagic1t64; libmagick++-dev
  libmagick++-6.q16-8,libmagickcore-6.q16-6,libmagickcore-6.q16-6-extra,libmagickwand-6.q16-6
  libmagick++-6.q16-8,libmagickcore-6.q16-6,libmagickcore-6.q16-6-extra,libmagickwand-6.q16-6
  libmagick++-7.q16-5,libmagickcore-7.q16-10,libmagickcore-7.q16-10-extra,libmagickwand-7.q16-10; libmagickcore-dev
  libmagickcore-6.q16-6,libmagickcore-6.q16-6-extra libmagickcore-6.q16-6,libmagickcore-6.q16-6-extra
  libmagickcore-7.q16-10,libmagickcore-7.q16-10-extra; libmagickwand-dev
  libmagickcore-6.q16-6,libmagickcore-6.q16-6-extra,libmagickwand-6.q16-6
  libmagickcore-6.q16-6,libmagickcore-6.q16-6-extra,libmagickwand-6.q16-6
  libmagickcore-7.q16-10,libmagickcore-7.q16-10-extra,libmagickwand-7.q16-10; libmariadb-dev libmariadb3; libmariadb-dev-compat
  libmariadb3; libmarkdown2-dev libmarkdown2; libmaxminddb-dev libmaxminddb0; libmbedtls-dev
  libmbedcrypto3,libmbedtls12,libmbedx509-0 libmbedcrypto7,libmbedtls14,libmbedx509-1
  libmbedcrypto16,libmbedtls21,libmbedx509-7; libmd-dev libmd0; libmemcached-dev libhashkit2,libmemcached11,libmemcachedutil2
  libhashkit2,libmemcached11,libmemcachedutil2 libhashkit2t64,libmemcached11t64,libmemcachedutil2t64; libmetis-dev libmetis5;
  libmicrohttpd-dev libmicrohttpd12 libmicrohttpd12 libmicrohttpd12t64; libmilter-dev libmilter1.0.1; libmimalloc-dev ?
  libmimalloc2.0 libmimalloc3; libminizip-dev libminizip1 libminizip1 libminizip1t64; libmnl-dev libmnl0; libmodbus-dev
  libmodbus5; libmodplug-dev libmodplug1; libmongoc-dev libbson-1.0-0,libmongoc-1.0-0 libbson-1.0-0,libmongoc-1.0-0
  libbson-1.0-0t64,libmongoc-1.0-0t64; libmosquitto-dev libmosquitto1; libmosquittopp-dev libmosquitto1,libmosquittopp1;
  libmount-dev libblkid1,libmount1,libuuid1; libmp3lame-dev libmp3lame0; libmpc-dev libmpc3; libmpfi-dev libmpfi0; libmpfr-dev
  libmpfr6; libmpg123-dev libmpg123-0,libout123-0,libsyn123-0 libmpg123-0,libout123-0,libsyn123-0
  libmpg123-0t64,libout123-0t64,libsyn123-0t64; libmpich-dev libmpich12; libmsgpack-dev libmsgpackc2 libmsgpackc2 libmsgpack-c2;
  libmuparser-dev libmuparser2v5; libmysqlcppconn-dev libmysqlcppconn7v5 libmysqlcppconn7v5 libmysqlcppconn7t64; libnanomsg-dev
  libnanomsg5; libncurses-dev libncurses6,libncursesw6,libtinfo6; libncurses5-dev libncurses6,libncursesw6,libtinfo6;
  libncursesw5-dev libncurses6,libncursesw6,libtinfo6; libnet1-dev libnet1; libnetcdf-dev libnetcdf18 libnetcdf19 libnetcdf22;
  libnetfilter-queue-dev libnetfilter-queue1; libnewt-dev libnewt0.52; libnfnetlink-dev libnfnetlink0; libnghttp2-dev
  libnghttp2-14; libnice-dev libnice10; libnl-3-dev libnl-3-200; libnl-genl-3-dev libnl-3-200,libnl-genl-3-200;
  libnl-route-3-dev libnl-3-200,libnl-route-3-200; libnotify-dev libnotify4; libnsl-dev libnsl2; libntl-dev libntl43 libntl44
  libntl44; libnuma-dev libnuma1; libogg-dev libogg0; libomp-dev libomp5-11 libomp5-14 libomp5-19; libonig-dev libonig5;
  libopenal-dev libopenal1; libopenblas-dev libopenblas0-pthread; libopencv-core-dev libopencv-core4.5 libopencv-core406
  libopencv-core410; libopendkim-dev libopendkim11; libopenexr-dev libopenexr25 libopenexr-3-1-30 libopenexr-3-1-30;
  libopengl-dev libopengl0; libopenjp2-7-dev libopenjp2-7; libopenmpi-dev libopenmpi3 libopenmpi3 libopenmpi40; libopenscap-dev
  ? libopenscap25 libopenscap33; libopus-dev libopus0; libopusfile-dev libopusfile0; liborcania-dev liborcania2.1 liborcania2.3
  liborcania2.3; libosmesa6-dev libosmesa6; libp11-kit-dev libp11-kit0; libpaho-mqtt-dev libpaho-mqtt1.3; libpam0g-dev libpam0g;
  libpango1.0-dev libpango-1.0-0,libpangocairo-1.0-0,libpangoft2-1.0-0,libpangoxft-1.0-0; libparted-dev
  libparted-fs-resize0,libparted2 libparted-fs-resize0,libparted2 libparted-fs-resize0t64,libparted2t64; libpcap-dev libpcap0.8
  libpcap0.8 libpcap0.8t64; libpci-dev libpci3; libpcre2-dev libpcre2-16-0,libpcre2-32-0,libpcre2-8-0,libpcre2-posix2
  libpcre2-16-0,libpcre2-32-0,libpcre2-8-0,libpcre2-posix3 libpcre2-16-0,libpcre2-32-0,libpcre2-8-0,libpcre2-posix3;
  libpcre3-dev libpcre16-3,libpcre3,libpcre32-3,libpcrecpp0v5 libpcre16-3,libpcre3,libpcre32-3,libpcrecpp0v5 ?; libperl-dev
  libperl5.32 libperl5.36 libperl5.40; libpistache-dev ? libpistache0 libpistache0t64; libpixman-1-dev libpixman-1-0;
  libplist-dev libplist3 libplist3 libplist-2.0-4; libpng-dev libpng16-16 libpng16-16 libpng16-16t64; libpocketsphinx-dev
  libpocketsphinx3; libpoco-dev
  libpococrypto70,libpocodata70,libpocodatamysql70,libpocodataodbc70,libpocodatapostgresql70,libpocodatasqlite70,libpocoencodings70,libpocofoundation70,libpocojson70,libpocojwt70,libpocomongodb70,libpoconet70,libpoconetssl70,libpocoredis70,libpocoutil70,libpocoxml70,libpocozip70
  libpocoactiverecord80,libpococrypto80,libpocodata80,libpocodatamysql80,libpocodataodbc80,libpocodatapostgresql80,libpocodatasqlite80,libpocoencodings80,libpocofoundation80,libpocojson80,libpocojwt80,libpocomongodb80,libpoconet80,libpoconetssl80,libpocoredis80,libpocoutil80,libpocoxml80,libpocozip80
  libpocoactiverecord100,libpococrypto100,libpocodata100,libpocodatamysql100,libpocodataodbc100,libpocodatapostgresql100,libpocodatasqlite100,libpocoencodings100,libpocofoundation100,libpocojson100,libpocojwt100,libpocomongodb100,libpoconet100,libpoconetssl100,libpocoprometheus100,libpocoredis100,libpocoutil100,libpocoxml100,libpocozip100;
  libpodofo-dev libpodofo0.9.7 libpodofo0.9.8 libpodofo0.9.8t64; libpolkit-gobject-1-dev libpolkit-gobject-1-0;
  libpoppler-cpp-dev libpoppler-cpp0v5,libpoppler102 libpoppler-cpp0v5,libpoppler126 libpoppler-cpp2,libpoppler147;
  libpoppler-dev libpoppler102 libpoppler126 libpoppler147; libpoppler-glib-dev libpoppler-glib8,libpoppler102
  libpoppler-glib8,libpoppler126 libpoppler-glib8t64,libpoppler147; libpopt-dev libpopt0; libpostproc-dev
  libavutil56,libpostproc55 libavutil57,libpostproc56 libavutil59,libpostproc58; libpq-dev libpq5; libpqxx-dev libpqxx-6.4
  libpqxx-6.4 libpqxx-7.10; libproc2-dev ? libproc2-0 libproc2-0; libprocps-dev libprocps8 ? ?; libproj-dev libproj19 libproj25
  libproj25; libprotobuf-c-dev libprotobuf-c1; libprotobuf-dev libprotobuf-lite23,libprotobuf23 libprotobuf-lite32,libprotobuf32
  libprotobuf-lite32t64,libprotobuf32t64; libprotoc-dev libprotobuf-lite23,libprotobuf23,libprotoc23
  libprotobuf-lite32,libprotobuf32,libprotoc32 libprotobuf-lite32t64,libprotobuf32t64,libprotoc32t64; libpsl-dev libpsl5 libpsl5
  libpsl5t64; libpugixml-dev libpugixml1v5; libpulse-dev libpulse-mainloop-glib0,libpulse0; libqdbm-dev libqdbm14 libqdbm14
  libqdbm14t64; libqhull-dev libqhull-r8.0,libqhull8.0,libqhullcpp8.0; libqpdf-dev libqpdf28 libqpdf29 libqpdf30;
  libqrencode-dev libqrencode4; libqt5svg5-dev libqt5svg5; libqt5websockets5-dev libqt5websockets5; librabbitmq-dev
  librabbitmq4; libradcli-dev libradcli4; libraw-dev libraw20 libraw20 libraw23t64; librdkafka-dev librdkafka++1,librdkafka1;
  libre2-dev libre2-9 libre2-9 libre2-11; libreadline-dev libreadline8 libreadline8 libreadline8t64; librelp-dev librelp0;
  librocksdb-dev librocksdb6.11 librocksdb7.8 librocksdb9.10; librrd-dev librrd8 librrd8 librrd8t64; librsvg2-dev
  librsvg2-2,librsvg2-common; librtaudio-dev librtaudio6 librtaudio6 librtaudio7; librtmp-dev librtmp1; libsamplerate0-dev
  libsamplerate0; libsane-dev libsane1; libsasl2-dev libsasl2-2; libscalapack-mpi-dev libscalapack-openmpi2.1
  libscalapack-openmpi2.2 libscalapack-openmpi2.2; libsctp-dev libsctp1; libsdl1.2-dev libsdl1.2debian; libsdl2-dev
  libsdl2-2.0-0; libsdl2-image-dev libsdl2-image-2.0-0; libsdl2-mixer-dev libsdl2-mixer-2.0-0; libsdl2-net-dev
  libsdl2-net-2.0-0; libsdl2-ttf-dev libsdl2-ttf-2.0-0; libseccomp-dev libseccomp2; libsecp256k1-dev libsecp256k1-0
  libsecp256k1-1 libsecp256k1-2; libsecret-1-dev libsecret-1-0; libselinux1-dev libselinux1; libsensors-dev libsensors5;
  libsensors4-dev libsensors5 libsensors5 ?; libserf-dev libserf-1-1; libserialport-dev libserialport0; libsfml-dev
  libsfml-audio2.5,libsfml-graphics2.5,libsfml-network2.5,libsfml-system2.5,libsfml-window2.5
  libsfml-audio2.5,libsfml-graphics2.5,libsfml-network2.5,libsfml-system2.5,libsfml-window2.5
  libsfml-audio2.6,libsfml-graphics2.6,libsfml-network2.6,libsfml-system2.6,libsfml-window2.6; libsidplayfp-dev libsidplayfp5
  libsidplayfp6 libsidplayfp6; libsigc++-2.0-dev libsigc++-2.0-0v5; libsigsegv-dev libsigsegv2; libsimdjson-dev libsimdjson5
  libsimdjson14 libsimdjson25; libslang2-dev libslang2; libsm-dev libsm6; libsnappy-dev libsnappy1v5; libsndfile1-dev
  libsndfile1; libsnmp-dev libnetsnmptrapd40,libsnmp40 libnetsnmptrapd40,libsnmp40 libnetsnmptrapd40t64,libsnmp40t64;
  libsoci-dev libsoci-core4.0,libsoci-firebird4.0,libsoci-mysql4.0,libsoci-odbc4.0,libsoci-postgresql4.0,libsoci-sqlite3-4.0;
  libsodium-dev libsodium23; libsoup-3.0-dev ? libsoup-3.0-0 libsoup-3.0-0; libsoup2.4-dev libsoup2.4-1 libsoup2.4-1
  libsoup-2.4-1; libsoxr-dev libsoxr-lsr0,libsoxr0; libspatialindex-dev libspatialindex-c6,libspatialindex6
  libspatialindex-c6,libspatialindex6 libspatialindex-c8,libspatialindex8; libspatialite-dev libspatialite7 libspatialite7
  libspatialite8t64; libspdlog-dev libspdlog1 libspdlog1.10 libspdlog1.15; libspeex-dev libspeex1; libspeexdsp-dev
  libspeex1,libspeexdsp1 libspeexdsp1 libspeexdsp1; libspf2-dev libspf2-2 libspf2-2 libspf2-2t64; libsqlcipher-dev libsqlcipher0
  libsqlcipher0 libsqlcipher1; libsqlite3-dev libsqlite3-0; libsrtp2-dev libsrtp2-1; libssh-dev libssh-4; libssh2-1-dev
  libssh2-1 libssh2-1 libssh2-1t64; libssl-dev libssl1.1 libssl3 libssl3t64; libstatgrab-dev libstatgrab10 libstatgrab10
  libstatgrab10t64; libstb-dev libstb0 libstb0 libstb0t64; libsuitesparse-dev
  libamd2,libbtf1,libcamd2,libccolamd2,libcholmod3,libcolamd2,libcxsparse3,libgraphblas3,libklu1,libldl2,libmongoose2,librbio2,libsliplu1,libspqr2,libsuitesparseconfig5,libumfpack5
  libamd2,libbtf1,libcamd2,libccolamd2,libcholmod3,libcolamd2,libcxsparse3,libklu1,libldl2,libmongoose2,librbio2,libsliplu1,libspqr2,libsuitesparseconfig5,libumfpack5
  libamd3,libbtf2,libcamd3,libccolamd3,libcholmod5,libcolamd3,libcxsparse4,libklu2,libldl3,libparu1,librbio4,libspex3,libspqr4,libsuitesparse-mongoose3,libsuitesparseconfig7,libumfpack6;
  libsvm-dev libsvm3; libsvn-dev libsvn1; libswresample-dev libavutil56,libswresample3 libavutil57,libswresample4
  libavutil59,libswresample5; libswscale-dev libavutil56,libswscale5 libavutil57,libswscale6 libavutil59,libswscale8;
  libsystemd-dev libsystemd0; libtag1-dev libtag1v5 libtag1v5 libtag-c2,libtag2; libtbb-dev libtbb2 libtbb12,libtbbmalloc2
  libtbb12,libtbbmalloc2; libtdb-dev libtdb1; libtesseract-dev libtesseract4 libtesseract5 libtesseract5; libtheora-dev
  libtheora0 libtheora0 libtheora0,libtheoradec1,libtheoraenc1; libthrift-c-glib-dev libthrift-c-glib0 libthrift-c-glib0
  libthrift-c-glib0t64; libthrift-dev ? libthrift-0.17.0 libthrift-0.19.0t64; libtidy-dev libtidy5deb1 libtidy5deb1 libtidy58;
  libtiff-dev libtiff5,libtiffxx5 libtiff6,libtiffxx6 libtiff6,libtiffxx6; libtiff5-dev libtiff5,libtiffxx5 libtiff6,libtiffxx6
  libtiff6,libtiffxx6; libtinfo-dev libncurses6,libncursesw6,libtinfo6; libtinyxml-dev libtinyxml2.6.2v5; libtinyxml2-dev
  libtinyxml2-8 libtinyxml2-9 libtinyxml2-11; libtirpc-dev libtirpc3 libtirpc3 libtirpc3t64; libtokyocabinet-dev
  libtokyocabinet9 libtokyocabinet9 libtokyocabinet9t64; libtomcrypt-dev libtomcrypt1; libtommath-dev libtommath1; libtre-dev
  libtre5; libtwolame-dev libtwolame0; libudev-dev libudev1; libulfius-dev libulfius2.7 libulfius2.7 libulfius2.7t64;
  libunistring-dev libunistring2 libunistring2 libunistring5; libunittest++-dev libunittest++2; libunwind-dev libunwind8;
  liburing-dev liburing1 liburing2 liburing2; libusb-1.0-0-dev libusb-1.0-0; libusb-dev libusb-0.1-4; libutf8proc-dev
  libutf8proc2 libutf8proc2 libutf8proc3; libuv1-dev libuv1 libuv1 libuv1t64; libv8-dev libnode72 libnode108 libnode115;
  libverto-dev libverto-glib1,libverto-libev1,libverto1 libverto-glib1,libverto-libev1,libverto1
  libverto-glib1t64,libverto-libev1t64,libverto1t64; libvips-dev libvips42 libvips42 libvips42t64; libvorbis-dev
  libvorbis0a,libvorbisenc2,libvorbisfile3; libvpx-dev libvpx6 libvpx7 libvpx9; libvulkan-dev libvulkan1; libwayland-dev
  libwayland-client0,libwayland-cursor0,libwayland-egl1,libwayland-server0; libwebkit2gtk-4.0-dev
  libjavascriptcoregtk-4.0-18,libwebkit2gtk-4.0-37 libjavascriptcoregtk-4.0-18,libwebkit2gtk-4.0-37 ?; libwebp-dev
  libwebp6,libwebpdemux2,libwebpmux3 libwebp7,libwebpdemux2,libwebpmux3
  libsharpyuv0,libwebp7,libwebpdecoder3,libwebpdemux2,libwebpmux3; libwebsockets-dev libwebsockets16
  libwebsockets-evlib-ev,libwebsockets-evlib-glib,libwebsockets-evlib-uv,libwebsockets17
  libwebsockets-evlib-ev,libwebsockets-evlib-glib,libwebsockets-evlib-uv,libwebsockets19t64; libwolfssl-dev libwolfssl24
  libwolfssl35 libwolfssl42t64; libwrap0-dev libwrap0; libwxgtk3.0-gtk3-dev libwxbase3.0-0v5,libwxgtk3.0-gtk3-0v5 ? ?;
  libwxgtk3.2-dev ? libwxbase3.2-1,libwxgtk-gl3.2-1,libwxgtk3.2-1 libwxbase3.2-1t64,libwxgtk-gl3.2-1t64,libwxgtk3.2-1t64;
  libx11-dev libx11-6; libx264-dev libx264-160 libx264-164 libx264-164; libx265-dev libx265-192 libx265-199 libx265-215;
  libxapian-dev libxapian30; libxaw7-dev libxaw7; libxcb1-dev libxcb1; libxcomposite-dev libxcomposite1; libxcursor-dev
  libxcursor1; libxdamage-dev libxdamage1; libxerces-c-dev libxerces-c3.2 libxerces-c3.2 libxerces-c3.2t64; libxext-dev
  libxext6; libxfixes-dev libxfixes3; libxft-dev libxft2; libxi-dev libxi6; libxinerama-dev libxinerama1; libxkbcommon-dev
  libxkbcommon0; libxkbfile-dev libxkbfile1; libxml++2.6-dev libxml++2.6-2v5; libxml2-dev libxml2; libxmlrpc-c++8-dev
  libxmlrpc-c++8v5,libxmlrpc-core-c3 libxmlrpc-c++8v5,libxmlrpc-core-c3 ?; libxmu-dev libxmu6; libxpm-dev libxpm4; libxrandr-dev
  libxrandr2; libxrender-dev libxrender1; libxslt-dev libxslt1.1; libxslt1-dev libxslt1.1; libxss-dev libxss1; libxt-dev libxt6
  libxt6 libxt6t64; libxtst-dev libxtst6; libxv-dev libxv1; libxxf86vm-dev libxxf86vm1; libxxhash-dev libxxhash0; libyajl-dev
  libyajl2; libyaml-cpp-dev libyaml-cpp0.6 libyaml-cpp0.7 libyaml-cpp0.8; libyaml-dev libyaml-0-2; libz-dev zlib1g; libzbar-dev
  libzbar0 libzbar0 libzbar0t64; libzip-dev libzip4 libzip4 libzip5; libzmq3-dev libzmq5; libzopfli-dev libzopfli1; libzstd-dev
  libzstd1; nettle-dev libhogweed6,libnettle8 libhogweed6,libnettle8 libhogweed6t64,libnettle8t64; ocl-icd-opencl-dev
  ocl-icd-libopencl1; portaudio19-dev libportaudio2,libportaudiocpp0; qt6-base-dev ?
  libqt6concurrent6,libqt6core6,libqt6dbus6,libqt6gui6,libqt6network6,libqt6openglwidgets6,libqt6printsupport6,libqt6sql6,libqt6test6,libqt6widgets6,libqt6xml6
  libqt6concurrent6,libqt6core6t64,libqt6dbus6,libqt6gui6,libqt6network6,libqt6opengl6,libqt6openglwidgets6,libqt6printsupport6,libqt6sql6,libqt6test6,libqt6widgets6,libqt6xml6;
  qtbase5-dev
  libqt5concurrent5,libqt5core5a,libqt5dbus5,libqt5gui5,libqt5network5,libqt5printsupport5,libqt5sql5,libqt5test5,libqt5widgets5,libqt5xml5
  libqt5concurrent5,libqt5core5a,libqt5dbus5,libqt5gui5,libqt5network5,libqt5printsupport5,libqt5sql5,libqt5test5,libqt5widgets5,libqt5xml5
  libqt5concurrent5t64,libqt5core5t64,libqt5dbus5t64,libqt5gui5t64,libqt5network5t64,libqt5printsupport5t64,libqt5sql5t64,libqt5test5t64,libqt5widgets5t64,libqt5xml5t64;
  tcl-dev libtcl8.6; tk-dev libtcl8.6,libtk8.6; unixodbc-dev libodbc1,odbcinst1debian2 libodbc2,libodbccr2,libodbcinst2
  libodbc2,libodbccr2,libodbcinst2; uuid-dev libuuid1; zlib1g-dev zlib1g
`;

/** Headers, and libraries that are linked statically: nothing of them is needed at run time. */
export const ONLY_HEADERS = `
  catch2 doctest-dev google-mock googletest libargs-dev libasio-dev libatomic-ops-dev libboost-dev libboost-exception-dev
  libcatch2-dev libcereal-dev libcgal-dev libcli11-dev libcpputest-dev libcxxopts-dev libeigen3-dev libglm-dev libgmock-dev
  libgtest-dev libiberty-dev libmsgsl-dev libpthread-stubs0-dev librange-v3-dev libtclap-dev libtoml11-dev libutfcpp-dev
  libwebsocketpp-dev mesa-common-dev nlohmann-json3-dev opencl-c-headers opencl-headers pybind11-dev rapidjson-dev
  systemtap-sdt-dev uthash-dev
`;
