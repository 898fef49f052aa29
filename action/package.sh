#!/usr/bin/env bash
# Gets the package, without what it depends on: the command has all it needs in files of its own.
set -euo pipefail

case "$INPUT_VERSION" in
  '') package="alicloud-icp@$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")" ;;
  ./* | ../* | /* | [A-Za-z]:*) package="$INPUT_VERSION" ;;
  *) package="alicloud-icp@$INPUT_VERSION" ;;
esac

folder="$(mktemp -d "$RUNNER_TEMP/alicloud-icp.XXXXXX")"
npm pack --silent --ignore-scripts --pack-destination "$folder" -- "$package" >/dev/null
cd "$folder"
tar -xzf ./*.tgz
echo "command=$folder/package/dist/cli.js" >>"$GITHUB_OUTPUT"
