# Which sources can be compiled as one: prints "BATCH FILE" lines, BATCH counted from 1. What a source declares at the
# beginning of a line inside its namespace is not declared there by another of its batch.
# With `strict` the names that a source only uses count too: clang-tidy is given sources of several libraries, where a
# header of one may hide what another means.
# usage: awk -v largest=N [-v strict=1] -f batches.awk FILE...
function place(file,    batch, key, clash) {
    for (batch = 1; batch <= batches; ++batch) {
        clash = size[batch] >= largest
        for (key in declared)
            clash = clash || ((batch, key) in taken)
        if (!clash)
            break
    }
    if (batch > batches)
        batches = batch
    ++size[batch]
    for (key in declared)
        taken[batch, key] = 1
    print batch, file
}
FNR == 1 { if (file != "") place(file); file = FILENAME; room = ""; split("", declared) }
/^namespace verbale/ && room == "" { room = $2 }
/^[A-Za-z_\[]/ && !/^(namespace|using namespace|return)/ && (strict || !/^(public|private|protected):/) {
    line = $0
    if (!strict)
        gsub(/[A-Za-z_][A-Za-z_0-9]*::[A-Za-z_0-9:~]*/, "@", line) # declared elsewhere: members, and what has a namespace
    while (match(line, /[A-Za-z_][A-Za-z_0-9]* *[({=;:\[]|(class|struct|enum|union) +[A-Za-z_][A-Za-z_0-9]*/)) {
        word = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        sub(/^(class|struct|enum|union) +/, "", word)
        sub(/ *[({=;:\[]$/, "", word)
        declared[room "::" word] = 1
    }
}
END { if (file != "") place(file) }
