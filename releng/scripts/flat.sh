# Sourced behind common.sh by the tools that run bundles on a plain class path (mutation, fuzz): fetches the tool, finds the
# libraries in the installed product and compiles bundles and tests. Needs $home, the tool's folder under build, and $log.
fonts=

# Sets $junit to the jars of a tool and JUnit that the pom $1 names; each version lies in a folder made aside and renamed
# when whole. $2: the tool's name.
fetch_tools() {
    tools=$home/tools-$(cksum < "$1" | cut -d ' ' -f 1)
    junit=
    [ -d "$tools" ] || fetch_new_tools "$1" "$2"
    for jar in "$tools"/*.jar; do
        junit=$junit${junit:+:}$jar
    done
}

fetch_new_tools() {
    say "fetching $2; log: $log"
    find_maven
    rm -rf "$tools.new"
    run_maven -f "$1" dependency:copy-dependencies "-DoutputDirectory=$tools.new" >> "$log" 2>&1 \
        || die "$2 could not be fetched; see $log"
    mv "$tools.new" "$tools"
}

# the libraries of the installed product, whose own bundles are compiled anew below
find_libraries() {
    # returns at once where the product is of these sources
    ensure_product
    libraries=
    for jar in "$build"/product/plugins/*.jar; do
        case ${jar##*/} in
            org.interphase.figure_*) fonts=$jar ;;
            org.interphase.*) ;;
            *) libraries=$libraries:$jar ;;
        esac
    done
}

# the bundles that run on a plain class path
plain_bundles() {
    for bundle in "$root"/bundles/*/src; do
        bundle=${bundle%/src}
        case ${bundle##*/} in
            org.interphase.ui | *.tests | org.interphase.numerics.vector) ;;
            *) printf '%s\n' "$bundle" ;;
        esac
    done
}

# every bundle has its own list of services, which in one folder become one list
copy_resources() (
    cd "$1" && find . -type f ! -name '*.java' | while IFS= read -r file; do
        mkdir -p "$2/${file%/*}" || exit
        case $file in
            ./META-INF/services/*) { cat "$file" && echo; } >> "$2/$file" ;;
            *) cp "$file" "$2/$file" ;;
        esac
    done
)

class_files() (
    cd "$root" && find bundles -path '*/src/*' -type f "$@"
)

compile_bundles() {
    now=$(fingerprint class_files)
    [ -f "$home/classes.stamp" ] && IFS= read -r stamp < "$home/classes.stamp" && [ "$stamp" = "$now" ] && return
    say "compiling the bundles"
    rm -rf "$home/classes" "$home/classes.stamp"
    mkdir -p "$home/classes"
    plain_bundles | while IFS= read -r bundle; do find "$bundle/src" -name '*.java'; done > "$home/sources"
    "$jdk/bin/javac" -proc:none -nowarn -parameters -g -encoding UTF-8 --release 21 -d "$home/classes" \
        -cp "$junit$libraries" "@$home/sources" >> "$log" 2>&1 || die "the bundles do not compile; see $log"
    plain_bundles | while IFS= read -r bundle; do copy_resources "$bundle/src" "$home/classes"; done
    printf '%s\n' "$now" > "$home/classes.stamp"
}

# compiles the tests of bundle $1 into folder $2
compile_tests_into() {
    find "$root/bundles/$1/src_test" -name '*.java' > "$home/sources" 2> /dev/null
    [ -s "$home/sources" ] || die "$1 has no plain tests"
    "$jdk/bin/javac" -proc:none -nowarn -parameters -g -encoding UTF-8 -d "$2" \
        -cp "$home/classes:$junit$libraries" "@$home/sources" >> "$log" 2>&1 \
        || die "the tests of $1 do not compile; see $log"
    copy_resources "$root/bundles/$1/src_test" "$2"
}
