/** What is wrong with a register, or with another file in YAML: where it is, how it is written, and what it says. */
export const registers = {
  // Where it is.
  "input.register-planted": "is another user's, in a folder that everybody can write; give it with {by} if it is meant",
  "input.register-by": "--register or {variable}",
  "input.register-misnamed": "is not looked for, the register is called {name}; rename this file",
  "input.register-not-there":
    "does not exist; expected a register file there, {by|text}: correct the path, or leave it out",
  "input.register-folder": "is a folder; expected a register file there, {by|text}: correct the path, or leave it out",
  "input.register-as-given": "as given",
  "input.register-as-variable": "as {variable} says",
  "input.register-several":
    "the plans find different registers, {each|text}; say with --register which one counts for all of them",
  "input.register-for-plan": "{register} for {plan}",
  "input.register-and": "{one|text}, {other|text}",
  "input.register-large": "is larger than {most} MB; is it a register?",
  "input.register-device": "is a pipe or a device; give a register file that can be written to",
  "input.register-utf16": "is in UTF-16; save it as UTF-8 before it is added to",
  "input.register-unreadable": "cannot be read",

  // How it is written.
  "input.register-empty": "is empty; expected at least {first} and {second}",
  "input.register-top": "expected keys such as {first} and {second} at the top; found {kind|found}",
  "input.register-second": "a second document begins here; expected one, without a line of ---",
  "input.register-deep": "nests too deeply to be read",
  "input.register-many": "holds too many values to be read",
  "input.register-anchor": "{alias} is an alias of nothing above it; write the value out, or put it in quotes",
  "input.register-aliases": "uses more than {most} aliases; write values out",
  "input.register-tab": "a tab is used to indent; use spaces",
  "input.register-tag": "tags (!name) are not supported; write the value without it",
  "input.register-merge": "merge keys (<<) are not supported; write the keys out",
  "input.register-proto": "unknown key __proto__; remove it",
  "input.register-key-no-text": "a key is no text; write it in quotes",
  "input.register-key-twice": "this key stands twice in one map; keep one",
  "input.register-yaml": "is not valid YAML: {code|yaml}",
  "yaml.unclosed-quote": "a quote that was opened is not closed",
  "yaml.unclosed-bracket": "what [ or { opens is not closed, or what it holds is not indented enough",
  "yaml.no-comma": "a comma is missing between two items",
  "yaml.no-colon": "a key has no colon, or no space behind it",
  "yaml.no-dash": "an item of this list does not begin with - and a space, or a key in it is not indented enough",
  "yaml.no-gap": "a space is missing before #, or behind &name or !name",
  "yaml.spare-comma": "a comma is too many",
  "yaml.ALIAS_PROPS": "an alias (*name) takes no anchor and no tag",
  "yaml.BAD_ALIAS": "an anchor (&name) or an alias (*name) has no name, or its name ends with a colon",
  "yaml.BAD_COLLECTION_TYPE": "a tag does not fit the list or the map that it stands before",
  "yaml.BAD_DIRECTIVE": "a line that begins with % is no directive of YAML",
  "yaml.BAD_DQ_ESCAPE": "a backslash in double quotes begins nothing that YAML knows; use single quotes",
  "yaml.BAD_INDENT":
    "the indentation is wrong: the keys of one map, and the items of one list, begin in the same column",
  "yaml.BAD_PROP_ORDER": "an anchor (&name) or a tag stands before a sign that must come first",
  "yaml.BAD_SCALAR_START": "a value begins with a character that YAML reserves, such as @ or %; put it in quotes",
  "yaml.BLOCK_AS_IMPLICIT_KEY":
    "a map or a list begins in the middle of a line; put a value that holds a colon in quotes",
  "yaml.BLOCK_IN_FLOW": "a map or a list without brackets stands between brackets",
  "yaml.DUPLICATE_KEY": "a key stands twice in one map",
  "yaml.IMPOSSIBLE": "something stands where nothing can",
  "yaml.KEY_OVER_1024_CHARS": "a key is longer than 1024 characters",
  "yaml.MISSING_CHAR": "a character is missing, such as a bracket, a colon, a comma or a quote",
  "yaml.MULTILINE_IMPLICIT_KEY": "a key goes on over several lines, or has no colon",
  "yaml.MULTIPLE_ANCHORS": "a value has two anchors",
  "yaml.MULTIPLE_DOCS": "a second document begins here",
  "yaml.MULTIPLE_TAGS": "a value has two tags",
  "yaml.NON_STRING_KEY": "a key is no text",
  "yaml.RESOURCE_EXHAUSTION": "it nests too deeply",
  "yaml.TAB_AS_INDENT": "a tab is used to indent",
  "yaml.TAG_RESOLVE_FAILED": "a tag is not known",
  "yaml.UNEXPECTED_TOKEN": "something does not belong here, such as a bracket that is too many",

  // What it says.
  "input.register-unknown": "{what|unknown}; remove it",
  "input.register-unknown-near": "{what|unknown}; did you mean {near}?",
  "input.register-unknown-key": "{what|unknown}; expected one of {choices|list}",
  "unknown.key": "unknown key",
  "unknown.rule": "unknown rule",
  "input.register-not-apex": "expected a registrable domain; found {found}, which is a name under {apex}: write {apex}",
  "input.register-aliyun": "Alibaba Cloud is called aliyun here; found {found}: write aliyun",
  "expected.domain": "a registrable domain such as example.com",
  "expected.host": "a public host name such as www.example.com",
  "expected.host-entry": "a host name, or a map with the key host",
  "expected.suffix": "a public suffix such as com.cn",
  "expected.address": "an IP address",
  "expected.site-number": "the number of a website's filing, such as 浙ICP备12345678号-1",
  "expected.app-number": "the number of an app's filing, such as 浙ICP备12345678号-2A",
  "noname.suffix-not-icann": "its suffix is no public one",
  "noname.special-use": "it is a special-use name",
  "noname.ip-literal": "it is an IP address",
  "noname.provider-owned": "it belongs to Alibaba Cloud",
  "noname.vendor-owned": "it belongs to the vendor that gives such names",
  "noname.single-label": "it has no suffix",
  "noname.bare-suffix": "it is a public suffix itself",
  "noname.invalid": "it is no valid name",
  "number.entity":
    "which is that of the entity: write what follows it for this website (-1, -2 …) or app (-2A …) too, or leave the key out while it has none",
  "number.licence": "which is that of a commercial licence: write it under commercial.licence of the domain's filing",
  "number.psb": "which is that of a public-security filing: write it under psb.number of the domain's filing",
  "number.app": "which is that of an app: write it under apps",
  "number.province": "and {sign} stands for no province",

  // What contradicts something else.
  "input.register-future":
    "{day} lies in the future, today is {today}; write the day on which the register was last brought up to date",
  "input.register-future-approval":
    "{day} lies in the future, today is {today}; write the day of the approval, or leave it out until then",
  "input.register-no-number":
    "null says that there is no number, while the status {status} says that there is a filing; write its number, leave the key out, or correct the status",
  "input.register-adding":
    "aliyun is {status} here, while the filing's status pending-access says that it is being added; make this pending, or the filing active",
  "input.register-elsewhere": "{host} is not a name under {domain}; move it to the filing of its own domain",
  "input.register-twice": "{what|repeated} ({name}) stands twice, first at {first}; keep one",
  "repeated.domain": "this domain",
  "repeated.account": "this account",
  "repeated.entity": "this entity",
  "repeated.provider": "this access provider",
  "repeated.server": "this server",
  "input.register-undeclared": "{id} is none of the ids under {section}; add it there, or correct it",
  "input.register-unlimited": "waives the whole rule; say for which resource, host or apex",

  // A waiver that cannot be added.
  "input.register-waived": "waives {rule} for the same already, until {until}; change that one, or remove it first",
  "input.register-no-place": "no place was found for the waiver and nothing was changed; add it by hand: - {entry}",
  "input.register-alias": "is an alias; write the {section} out here, and add - {entry}",

  // A value that cannot be set.
  "amend.alias":
    "is an alias (*name), and what it stands for may be meant elsewhere too; write it out here, with {value}",
  "amend.shared":
    "is repeated elsewhere by an alias (*name), where {value} may be wrong; write it out there, and {value} here",
  "amend.no-place": "no place was found for {value}; write it by hand",
  "input.amend-faulty":
    "the register would be wrong with what is to be written, and nothing was changed: {problem|text}",

  // What the cloud has said.
  "input.verified-planted":
    "is another user's, in a folder that everybody can write; remove it, or keep the register in a folder of your own",
  "input.verified-device": "is no file; remove it",
  "input.verified-future": "{at} lies in the future, today is {today}",
  "input.verified-answer": "expected an answer, which has either says or unanswered, and code only beside unanswered",
  "input.verified-anew":
    "only alicloud-icp register --verify --write writes this file; run it again, or remove the file",
  "input.verified-version": "expected version {expected}; found {found}",
  "expected.verified": "what alicloud-icp register --verify --write has written",
  "expected.moment": "a moment in UTC such as 2026-11-26T03:04:05Z",
  "expected.account-number": "the number of an account, in digits",
  "expected.error-code": "the code of an error, such as Forbidden.RAM",

  // What a word may have meant.
  "meaning.glossed": "{value} ({value|gloss})",
  "meaning.or": "{one|text} or {other}",
  "gloss.unfiled": "there is none",
  "gloss.pending-initial": "the first filing is under review",
  "gloss.pending-access": "there is a filing, and Alibaba Cloud is being added",
  "gloss.cancelling": "it is being cancelled",
  "gloss.revoked": "it is gone",
  "gloss.removing": "still going on",
  "gloss.removed": "done",
  "gloss.ecs": "Elastic Compute Service",
  "gloss.sas": "Simple Application Server",
  "gloss.foreign-invested": "a company in the mainland with foreign capital",
  "gloss.foreign-no-presence": "one without any presence there",
  "gloss.individual-mainland": "with a mainland identity card",
  "gloss.individual-hk-mo-tw": "of Hong Kong, Macau or Taiwan",
  "gloss.individual-foreign": "of another country",
} as const;
