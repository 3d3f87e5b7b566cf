# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target that carries the compiler's rules; everything of ours links it.
add_library(tchap_flags INTERFACE)
target_compile_options(tchap_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
    -Woverloaded-virtual "$<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op>"
    "$<$<BOOL:${TCHAP_WARNINGS_ARE_ERRORS}>:-Werror>")
target_compile_definitions(tchap_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_QLIST_ITERATORS
    QT_DISABLE_DEPRECATED_UP_TO=0x060800
    TCHAP_VERSION="${PROJECT_VERSION}")
if(CMAKE_BUILD_TYPE MATCHES "Rel")
    target_compile_options(tchap_flags INTERFACE
        -fstack-protector-strong -D_GLIBCXX_ASSERTIONS -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
    target_link_options(tchap_flags INTERFACE -Wl,-z,relro,-z,now)
endif()
if(TCHAP_SANITIZE)
    target_compile_options(tchap_flags INTERFACE -fsanitize=${TCHAP_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(tchap_flags INTERFACE -fsanitize=${TCHAP_SANITIZE})
endif()
