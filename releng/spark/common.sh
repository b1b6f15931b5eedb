# Sourced behind releng/scripts/common.sh and flat.sh by what is in this folder: Spark, the module's jar, and the jars that
# executors need. Needs $root.
here=$root/releng/spark
home=$build/spark
log=$build/spark.log
# what Spark's own launcher gives Java (org.apache.spark.launcher.JavaModuleOptions, 4.2.0), without the vector module, for
# which it has no use here
java_options="-XX:+IgnoreUnrecognizedVMOptions
--add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.lang.invoke=ALL-UNNAMED
--add-opens=java.base/java.lang.reflect=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED
--add-opens=java.base/java.net=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED
--add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED --add-opens=java.base/jdk.internal.ref=ALL-UNNAMED
--add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/sun.nio.cs=ALL-UNNAMED
--add-opens=java.base/sun.util.calendar=ALL-UNNAMED
-Djdk.reflect.useDirectMethodHandle=false -Dio.netty.tryReflectionSetAccessible=true
--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

# sets $spark: SPARK_HOME, or a folder with Spark's jars alone
find_spark() {
    mkdir -p "$home"
    if [ -n "${SPARK_HOME-}" ] && [ -d "$SPARK_HOME/jars" ]; then
        spark=$SPARK_HOME
        return
    fi
    fetch_tools "$here/libraries.xml" "Apache Spark (280 MB)"
    spark=$home/spark
    mkdir -p "$spark"
    ln -sfn "$tools" "$spark/jars"
}

# what of the product runs without a window and a framework, one path a line
engine_jars() {
    for jar in "$build"/product/plugins/*.jar; do
        case ${jar##*/} in
            org.eclipse.* | com.ibm.icu* | com.sun.jna* | org.apache.aries* | org.apache.felix* | org.apache.batik* | \
                org.apache.pdfbox* | io.github.openhtmltopdf* | de.rototor* | org.objectweb.asm* | org.osgi.* | \
                org.w3c.css* | jakarta.* | org.interphase.ui_* | org.interphase.*.ui_* | \
                org.interphase.report_* | org.interphase.figure_* | org.interphase.numerics.vector_*) ;;
            *) printf '%s\n' "$jar" ;;
        esac
    done
}

joined() {
    engine_jars | tr '\n' "$1" | sed 's/.$//'
}

spark_sources() {
    find "$here/src" "$here/libraries.xml" "$build/product/sources" -type f "$@"
}

# the module's jar, compiled anew where sources or product changed
build_jar() {
    app=$home/interphase-spark.jar
    now=$(fingerprint spark_sources)
    [ -f "$app" ] && [ -f "$home/jar.stamp" ] && IFS= read -r stamp < "$home/jar.stamp" && [ "$stamp" = "$now" ] && return
    rm -rf "$home/classes" "$home/jar.stamp"
    mkdir -p "$home/classes"
    find "$here/src" -name '*.java' > "$home/sources"
    "$jdk/bin/javac" -proc:none -Xlint:-options -g -encoding UTF-8 --release 21 -d "$home/classes" \
        -cp "$(joined :):$spark/jars/*" "@$home/sources" >> "$log" 2>&1 || die "the module does not compile; see $log"
    "$jdk/bin/jar" -c -f "$app.new" -C "$home/classes" . && mv "$app.new" "$app" || die "$app could not be written"
    printf '%s\n' "$now" > "$home/jar.stamp"
}

# compiles what the module is tried with into folder $1
compile_checks() {
    mkdir -p "$1"
    find "$here/src_test" -name '*.java' > "$home/sources"
    "$jdk/bin/javac" -proc:none -nowarn -Xlint:-options -encoding UTF-8 --release 21 -d "$1" \
        -cp "$app:$(joined :):$spark/jars/*" -sourcepath "$root/bundles/org.interphase.testkit/src" "@$home/sources" \
        >> "$log" 2>&1 || die "the checks do not compile; see $log"
}

# builds what is needed
prepare() {
    find_jdk
    ensure_product
    mkdir -p "$home"
    log=$build/spark.log
    lock
    find_spark
    build_jar
    unlock
}

# java with Spark on its class path
spark_java() {
    # shellcheck disable=SC2086 # options are a list of words
    SPARK_HOME=$spark SPARK_SCALA_VERSION=2.13 "$jdk/bin/java" $java_options \
        "-Dlog4j2.configurationFile=$here/log4j2.properties" -cp "$spark/jars/*" "$@"
}
