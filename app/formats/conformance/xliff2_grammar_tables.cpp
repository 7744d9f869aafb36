#include "formats/conformance/xliff2_grammar_tables.h"

#include <array>

namespace verbale::conformance::xliff2 {

namespace {

constexpr const char *codeAttributes =
    "canCopy:yesNo canDelete:yesNo canReorder:yesNoFirstNo copyOf:nmtoken disp "
    "equiv id!:nmtoken dataRef:nmtoken subFlows:nmtokens "
    "subType:userDefined type:codeType @";
constexpr const char *pairedAttributes =
    "canCopy:yesNo canDelete:yesNo canOverlap:yesNo canReorder:yesNoFirstNo copyOf:nmtoken dispEnd dispStart "
    "equivEnd equivStart id!:nmtoken dataRefEnd:nmtoken dataRefStart:nmtoken subFlowsEnd:nmtokens "
    "subFlowsStart:nmtokens subType:userDefined type:codeType dir:dir @";
constexpr const char *startAttributes =
    "canCopy:yesNo canDelete:yesNo canOverlap:yesNo canReorder:yesNoFirstNo copyOf:nmtoken dataRef:nmtoken "
    "dir:dir "
    "disp equiv id!:nmtoken isolated:yesNo subFlows:nmtokens subType:userDefined type:codeType @";
constexpr const char *endAttributes = "canCopy:yesNo canDelete:yesNo canOverlap:yesNo "
                                      "canReorder:yesNoFirstNo copyOf:nmtoken dataRef:nmtoken dir:dir "
                                      "disp equiv id:nmtoken isolated:yesNo startRef:nmtoken "
                                      "subFlows:nmtokens subType:userDefined type:codeType @";
constexpr const char *markAttributes = "id!:nmtoken translate:yesNo type:markType ref value ~";
constexpr const char *recordAttributes = "version:itsVersion org orgRef person personRef revOrg revOrgRef "
                                         "revPerson revPersonRef revTool revToolRef tool "
                                         "toolRef @";

constexpr std::array elements{
    ElementText{Space::Core, "xliff", "4.2.2.1 xliff", "file+",
                "version!:version20 srcLang!:lang trgLang:lang xml:space:space *",
                "notes? mda:metadata? file+",
                "version!:version22 srcLang!:lang trgLang:lang xml:space:space *"},
    ElementText{
        Space::Core, "file", "4.2.2.2 file", "skeleton? %* notes? (unit|group)+",
        "id!:nmtoken canResegment:yesNo original translate:yesNo srcDir:dir trgDir:dir xml:space:space *"},
    ElementText{Space::Core, "skeleton", "4.2.2.3 skeleton", "#text %*", "href"},
    ElementText{Space::Core, "group", "4.2.2.4 group", "%* notes? (unit|group)*",
                "id!:nmtoken name canResegment:yesNo translate:yesNo srcDir:dir trgDir:dir type:userDefined "
                "xml:space:space *"},
    ElementText{Space::Core, "unit", "4.2.2.5 unit", "%* notes? originalData? (segment|ignorable)+",
                "id!:nmtoken name canResegment:yesNo translate:yesNo srcDir:dir trgDir:dir type:userDefined "
                "xml:space:space *"},
    ElementText{Space::Core, "segment", "4.2.2.6 segment", "source target?",
                "id:nmtoken canResegment:yesNo state:state subState:prefixed", nullptr,
                "id:nmtoken canResegment:yesNo state:state subState:prefixed pgs:case"},
    ElementText{Space::Core, "ignorable", "4.2.2.7 ignorable", "source target?", "id:nmtoken"},
    ElementText{Space::Core, "notes", "4.2.2.8 notes", "note+", ""},
    ElementText{Space::Core, "note", "4.2.2.9 note", "#text",
                "id:nmtoken appliesTo:side category priority:priority *", nullptr,
                "id:nmtoken appliesTo:side category priority:priority ref *"},
    ElementText{Space::Core, "originalData", "4.2.2.10 originalData", "data+", ""},
    ElementText{Space::Core, "data", "4.2.2.11 data", "#text cp*", "id!:nmtoken dir:dir xml:space:preserve"},
    ElementText{Space::Core, "source", "4.2.2.12 source", "#text #inline", "xml:lang:lang xml:space:space"},
    ElementText{Space::Core, "target", "4.2.2.13 target", "#text #inline",
                "xml:lang:lang xml:space:space order:positive"},
    ElementText{Space::Core, "cp", "4.2.3.1 cp", "", "hex!:hex"},
    ElementText{Space::Core, "ph", "4.2.3.2 ph", "", codeAttributes},
    ElementText{Space::Core, "pc", "4.2.3.3 pc", "#text #inline", pairedAttributes},
    ElementText{Space::Core, "sc", "4.2.3.4 sc", "", startAttributes},
    ElementText{Space::Core, "ec", "4.2.3.5 ec", "", endAttributes},
    ElementText{Space::Core, "mrk", "4.2.3.6 mrk", "#text #inline", markAttributes},
    ElementText{Space::Core, "sm", "4.2.3.7 sm", "", markAttributes},
    ElementText{Space::Core, "em", "4.2.3.8 em", "", "startRef!:nmtoken"},

    ElementText{Space::Matches, "matches", "5.1.6.2 matches", "match+", ""},
    ElementText{Space::Matches, "match", "5.1.6.3 match",
                "mda:metadata? xlf:originalData? xlf:source xlf:target %*",
                "id:nmtoken matchQuality:hundred matchSuitability:hundred origin ref! reference:yesNo "
                "similarity:hundred subType:userDefined type:matchType *"},

    ElementText{Space::Glossary, "glossary", "5.2.4.2 glossary", "glossEntry+", ""},
    ElementText{Space::Glossary, "glossEntry", "5.2.4.3 glossEntry", "term translation* definition? %*",
                "id:nmtoken ref *"},
    ElementText{Space::Glossary, "term", "5.2.4.4 term", "#text", "source *"},
    ElementText{Space::Glossary, "translation", "5.2.4.5 translation", "#text", "id:nmtoken ref source *"},
    ElementText{Space::Glossary, "definition", "5.2.4.6 definition", "#text", "source *"},

    ElementText{Space::Metadata, "metadata", "5.4.4.2 metadata", "metaGroup+", "id:nmtoken"},
    ElementText{Space::Metadata, "metaGroup", "5.4.4.3 metaGroup", "(metaGroup|meta)+",
                "id:nmtoken category appliesTo:metaSide"},
    ElementText{Space::Metadata, "meta", "5.4.4.4 meta", "#text", "type!"},

    ElementText{Space::Resource, "resourceData", "5.5.4.2 resourceData", "resourceItemRef* resourceItem*",
                ""},
    ElementText{Space::Resource, "resourceItemRef", "5.5.4.3 resourceItemRef", "",
                "id:nmtoken ref!:nmtoken *"},
    ElementText{Space::Resource, "resourceItem", "5.5.4.4 resourceItem", "source? target? reference*",
                "mimeType id:nmtoken context:yesNo *", "xlf:notes? source? target? reference*"},
    ElementText{Space::Resource, "source", "5.5.4.5 source", "%%*", "href xml:lang:lang *"},
    ElementText{Space::Resource, "target", "5.5.4.6 target", "%%*", "href xml:lang:lang *"},
    ElementText{Space::Resource, "reference", "5.5.4.7 reference", "", "href! xml:lang:lang *"},

    ElementText{Space::Change, "changeTrack", "5.6.4.2 changeTrack", "revisions+", ""},
    ElementText{Space::Change, "revisions", "5.6.4.3 revisions", "revision+",
                "appliesTo!:nmtoken ref:nmtoken currentVersion:nmtoken *"},
    ElementText{Space::Change, "revision", "5.6.4.4 revision", "item+", "author datetime version:nmtoken *"},
    ElementText{Space::Change, "item", "5.6.4.5 item", "#text", "property! *"},

    ElementText{Space::Size, "profiles", "5.7.4.2 profiles", "normalization? %*",
                "generalProfile storageProfile"},
    ElementText{Space::Size, "normalization", "5.7.4.3 normalization", "",
                "general:normalization storage:normalization"},
    ElementText{Space::Size, "data", "5.7.4.4 data", "%%*", "profile! *"},

    ElementText{Space::Validation, "validation", "5.8.4.2 validation", "rule+", "*"},
    ElementText{Space::Validation, "rule", "5.8.4.3 rule", "",
                "isPresent occurs:positive isNotPresent startsWith endsWith existsInSource:yesNo "
                "caseSensitive:yesNo normalization:normalization disabled:yesNo *"},

    ElementText{Space::Its, "locQualityIssue", "5.9.11.2 locQualityIssue", "",
                "version:itsVersion locQualityIssueType:issueType locQualityIssueComment "
                "locQualityIssueSeverity:hundred locQualityIssueProfileRef locQualityIssueEnabled:yesNo @"},
    ElementText{Space::Its, "locQualityIssues", "5.9.11.3 locQualityIssues", "locQualityIssue+",
                "xml:id!:xmlId version:itsVersion"},
    ElementText{Space::Its, "provenanceRecord", "5.9.11.4 provenanceRecord", "", recordAttributes},
    ElementText{Space::Its, "provenanceRecords", "5.9.11.5 provenanceRecords", "provenanceRecord+",
                "xml:id!:xmlId version:itsVersion"},
};

constexpr std::array modules{
    ModulesText{
        Space::Core, "file",
        "mda:metadata? res:resourceData? slr:profiles? slr:data? val:validation? its:provenanceRecords* "
        "ctr:changeTrack*"},
    ModulesText{Space::Core, "group",
                "mda:metadata? slr:data? val:validation? its:provenanceRecords* ctr:changeTrack*"},
    ModulesText{Space::Core, "unit",
                "mtc:matches? gls:glossary? mda:metadata? res:resourceData? slr:data? val:validation? "
                "its:locQualityIssues* its:provenanceRecords* ctr:changeTrack*"},
    ModulesText{Space::Glossary, "glossEntry", "mda:metadata?"},
};

constexpr const char *marks = "mrk sm";
constexpr const char *restricted = "file group unit mrk sm pc sc";
constexpr const char *sized = "file group unit pc sc ec ph";
constexpr const char *styled = "file group unit note sc ec ph pc mrk sm";
constexpr const char *rated = "file group unit mrk sm mtc:match";
constexpr const char *produced = "file group unit mrk sm mtc:match ctr:revisions ctr:revision";

constexpr std::array moduleAttributes{
    ModuleAttributeText{Space::Style, "fs", "html", styled, "5.3.5.1 fs"},
    ModuleAttributeText{Space::Style, "subFs", "", styled, "5.3.5.2 subFs"},
    ModuleAttributeText{Space::Size, "storageRestriction", "", restricted, "5.7.5.6 storageRestriction"},
    ModuleAttributeText{Space::Size, "sizeRestriction", "", restricted, "5.7.5.7 sizeRestriction"},
    ModuleAttributeText{Space::Size, "equivStorage", "", "pc sc ec ph", "5.7.5.8 equivStorage"},
    ModuleAttributeText{Space::Size, "sizeInfo", "", sized, "5.7.5.9 sizeInfo"},
    ModuleAttributeText{Space::Size, "sizeInfoRef", "nmtoken", sized, "5.7.5.10 sizeInfoRef"},
    ModuleAttributeText{Space::Plural, "switch", "", "unit", "2.2:4.9.5.1 switch"},
    ModuleAttributeText{Space::Plural, "case", "", "segment", "2.2:4.9.5.2 case"},
    ModuleAttributeText{Space::Its, "allowedCharacters", "", marks, "5.9.12.1 Allowed Characters"},
    ModuleAttributeText{Space::Its, "annotatorsRef", "", produced, "5.9.12.2 annotatorsRef"},
    ModuleAttributeText{Space::Itsm, "domains", "", rated, "5.9.12.3 itsm:domains"},
    ModuleAttributeText{Space::Itsm, "lang", "langOrEmpty", marks, "5.9.12.5 itsm:lang"},
    ModuleAttributeText{Space::Its, "localeFilterList", "", marks, "5.9.12.6 localeFilterList"},
    ModuleAttributeText{Space::Its, "localeFilterType", "filterType", marks, "5.9.12.7 localeFilterType"},
    ModuleAttributeText{Space::Its, "locQualityIssueComment", "", marks, "5.9.12.8 locQualityIssueComment"},
    ModuleAttributeText{Space::Its, "locQualityIssueEnabled", "yesNo", marks,
                        "5.9.12.9 locQualityIssueEnabled"},
    ModuleAttributeText{Space::Its, "locQualityIssueProfileRef", "", marks,
                        "5.9.12.10 locQualityIssueProfileRef"},
    ModuleAttributeText{Space::Its, "locQualityIssuesRef", "", marks, "5.9.12.11 locQualityIssuesRef"},
    ModuleAttributeText{Space::Its, "locQualityIssueSeverity", "hundred", marks,
                        "5.9.12.12 locQualityIssueSeverity"},
    ModuleAttributeText{Space::Its, "locQualityIssueType", "issueType", marks,
                        "5.9.12.13 locQualityIssueType"},
    ModuleAttributeText{Space::Its, "locQualityRatingProfileRef", "", rated,
                        "5.9.12.14 locQualityRatingProfileRef"},
    ModuleAttributeText{Space::Its, "locQualityRatingScore", "hundred", rated,
                        "5.9.12.15 locQualityRatingScore"},
    ModuleAttributeText{Space::Its, "locQualityRatingScoreThreshold", "hundred", rated,
                        "5.9.12.16 locQualityRatingScoreThreshold"},
    ModuleAttributeText{Space::Its, "locQualityRatingVote", "integer", rated,
                        "5.9.12.17 locQualityRatingVote"},
    ModuleAttributeText{Space::Its, "locQualityRatingVoteThreshold", "integer", rated,
                        "5.9.12.18 locQualityRatingVoteThreshold"},
    ModuleAttributeText{Space::Its, "mtConfidence", "confidence", marks, "5.9.12.19 mtConfidence"},
    ModuleAttributeText{Space::Its, "org", "", produced, "5.9.12.20 org"},
    ModuleAttributeText{Space::Its, "orgRef", "", produced, "5.9.12.21 orgRef"},
    ModuleAttributeText{Space::Its, "person", "", produced, "5.9.12.22 person"},
    ModuleAttributeText{Space::Its, "personRef", "", produced, "5.9.12.23 personRef"},
    ModuleAttributeText{Space::Its, "provenanceRecordsRef", "", produced, "5.9.12.24 provenanceRecordsRef"},
    ModuleAttributeText{Space::Its, "revOrg", "", produced, "5.9.12.25 revOrg"},
    ModuleAttributeText{Space::Its, "revOrgRef", "", produced, "5.9.12.26 revOrgRef"},
    ModuleAttributeText{Space::Its, "revPerson", "", produced, "5.9.12.27 revPerson"},
    ModuleAttributeText{Space::Its, "revPersonRef", "", produced, "5.9.12.28 revPersonRef"},
    ModuleAttributeText{Space::Its, "revTool", "", produced, "5.9.12.29 revTool"},
    ModuleAttributeText{Space::Its, "revToolRef", "", produced, "5.9.12.30 revToolRef"},
    ModuleAttributeText{Space::Its, "taClassRef", "", marks, "5.9.12.31 taClassRef"},
    ModuleAttributeText{Space::Its, "taConfidence", "confidence", marks, "5.9.12.32 taConfidence"},
    ModuleAttributeText{Space::Its, "taIdent", "", marks, "5.9.12.33 taIdent"},
    ModuleAttributeText{Space::Its, "taIdentRef", "", marks, "5.9.12.34 taIdentRef"},
    ModuleAttributeText{Space::Its, "taSource", "", marks, "5.9.12.35 taSource"},
    ModuleAttributeText{Space::Its, "termConfidence", "confidence", marks, "5.9.12.36 termConfidence"},
    ModuleAttributeText{Space::Its, "tool", "", produced, "5.9.12.37 tool"},
    ModuleAttributeText{Space::Its, "toolRef", "", produced, "5.9.12.38 toolRef"},
    ModuleAttributeText{Space::Its, "version", "itsVersion",
                        "xliff file group unit mrk sm mtc:match its:locQualityIssue its:locQualityIssues "
                        "its:provenanceRecord its:provenanceRecords",
                        "5.9.12.39 version"},
};

} // namespace

std::span<const ElementText> elementTexts()
{
    return elements;
}

std::span<const ModulesText> modulesTexts()
{
    return modules;
}

std::span<const ModuleAttributeText> moduleAttributeTexts()
{
    return moduleAttributes;
}

} // namespace verbale::conformance::xliff2
