#!/usr/bin/env bash
# Gets the package, without what it depends on: the command has all it needs in files of its own.
set -euo pipefail

case "$INPUT_VERSION" in
  '') package="alicloud-icp@$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")" ;;
  ./* | ../* | /* | [A-Za-z]:*) package="$INPUT_VERSION" ;;
  *) package="alicloud-icp@$INPUT_VERSION" ;;
esac

folder="$(mktemp -d "$RUNNER_TEMP/alicloud-icp.XXXXXX")"
if ! npm pack --loglevel=error --ignore-scripts --pack-destination "$folder" -- "$package" >/dev/null; then
  case "${INPUT_LANGUAGE:-${ALICLOUD_ICP_LANG:-}}" in
    zh*) echo "::error title=alicloud-icp::npm 未能取得安装包，原因见日志。" ;;
    *) echo "::error title=alicloud-icp::npm could not get the package. The log says why." ;;
  esac
  exit 3
fi
cd "$folder"
tar -xzf ./*.tgz
echo "command=$folder/package/dist/cli.js" >>"$GITHUB_OUTPUT"
